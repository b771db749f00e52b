import { type Failure, failure } from "./failure";
import { FrameChecker } from "./frameChecker";
import type { RefreshFrame } from "./stream";

/** Frames, or other plain objects, as NDJSON, one line each, UTF-8. Cancelling the stream ends their generator. */
export function encodeLines(frames: AsyncIterable<object>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = frames[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Decodes NDJSON into frames and checks each. Never throws: the last frame is always `end` or `error`. A stream that
 * stops before (also one whose reading fails) ends with the error `stream-truncated`; HTML, JSON that is not a frame,
 * and counts that do not agree end with `gateway-invalid-answer`. Leaving the loop cancels the stream.
 */
export async function* decodeFrames(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<RefreshFrame, void, void> {
  const reader = stream.getReader();
  try {
    yield* checked(linesOf(reader));
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** `decodeFrames` of an answer that came whole, for a runtime without streams. */
export async function* decodeText(text: string): AsyncGenerator<RefreshFrame, void, void> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  yield* checked(
    lines.map((line, index) => ({ text: line, cut: isCut(line) && index === lines.length - 1 })),
  );
}

async function* checked(
  lines: AsyncIterable<Line> | Iterable<Line>,
): AsyncGenerator<RefreshFrame, void, void> {
  const checker = new FrameChecker();
  for await (const line of lines) {
    const parsed = parse(line);
    if (parsed === undefined) return yield broken(line.cut ? "stream-truncated" : "gateway-invalid-answer");
    const frame = checker.check(parsed);
    if (frame === undefined) return yield broken("gateway-invalid-answer");
    yield frame;
    if (frame.type === "end" || frame.type === "error") return;
  }
  yield broken("stream-truncated");
}

/** The tail of a stream that broke off is half a JSON text; a proxy's page is not. */
const isCut = (tail: string): boolean => !tail.trimStart().startsWith("<");

/** Decodes NDJSON that holds no frames, line by line; ends at the first line that is no JSON. Never throws. */
export async function* decodeLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, void> {
  const reader = stream.getReader();
  try {
    for await (const line of linesOf(reader)) {
      const parsed = parse(line);
      if (parsed === undefined) return;
      yield parsed;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

interface Line {
  readonly text: string;
  /** True for the last text without a newline: it may be cut JSON. */
  readonly cut: boolean;
}

/** A stream that fails while it is read ends like one that was cut: what follows is missing either way. */
async function* linesOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for (;;) {
    const bytes = await reader.read().then(
      (result) => result.value,
      () => undefined,
    );
    if (bytes === undefined) break;
    const [first = "", ...rest] = decoder.decode(bytes, { stream: true }).split("\n");
    parts.push(first);
    for (const next of rest) {
      yield { text: parts.join(""), cut: false };
      parts = [next];
    }
  }
  const tail = parts.join("") + decoder.decode();
  if (tail.trim() !== "") yield { text: tail, cut: isCut(tail) };
}

function parse({ text }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const broken = (
  code: "stream-truncated" | "gateway-invalid-answer",
): { type: "error"; failure: Failure } => ({
  type: "error",
  failure: failure(code),
});
