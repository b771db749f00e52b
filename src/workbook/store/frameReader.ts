import { withDeadline } from "../../sales/deadline";
import { FailureError, failure } from "../../sales/failure";
import type { RefreshFrame } from "../../sales/stream";

/** Time-out for a source's next frame. */
const FRAME_TIMEOUT_MS = 180_000;

/** Reads frames one by one, each within the time-out; a stream that breaks off fails with `stream-truncated`. */
export class FrameReader {
  private readonly frames: AsyncIterator<RefreshFrame>;

  constructor(
    frames: AsyncIterable<RefreshFrame>,
    private readonly signal?: AbortSignal,
  ) {
    this.frames = frames[Symbol.asyncIterator]();
  }

  async next(): Promise<RefreshFrame> {
    const late = new FailureError(failure("gateway-timeout", { seconds: FRAME_TIMEOUT_MS / 1000 }));
    const asked = withDeadline(() => this.frames.next(), FRAME_TIMEOUT_MS, late, this.signal);
    const next = await asked.catch((error) => {
      throw error instanceof FailureError || this.isAbort(error) ? error : truncated();
    });
    if (next.done) throw truncated();
    return next.value;
  }

  /** Tells the source that nothing more is wanted; does not wait for it. */
  close(): void {
    this.frames.return?.().catch(() => undefined);
  }

  private isAbort(error: unknown): boolean {
    return (error as { name?: unknown }).name === "AbortError";
  }
}

export const truncated = () => new FailureError(failure("stream-truncated"));
export const malformed = () => new FailureError(failure("gateway-invalid-answer"));
