import type { RefreshFrame } from "./stream";

export type FrameType = RefreshFrame["type"];
export type FrameOf<Type extends FrameType> = Extract<RefreshFrame, { type: Type }>;

/** One handler per frame type; a type without handler is passed over. */
export type FrameHandlers<Answer> = { readonly [Type in FrameType]?: (frame: FrameOf<Type>) => Answer };

/** Hands a frame to the handler of its type. Answers `undefined` where there is none. */
export function handleFrame<Answer>(
  frame: RefreshFrame,
  handlers: FrameHandlers<Answer>,
): Answer | undefined {
  const handler = handlers[frame.type] as ((frame: RefreshFrame) => Answer) | undefined;
  return handler?.(frame);
}
