import { FailureError, failure } from "./failure";

/**
 * Awaits work that must end: after `milliseconds` the promise rejects with `late`, once `signal` is aborted with
 * `stopped`; the work's own signal is then aborted, whether or not the work heeds it.
 */
export function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  late: Error,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const inner = new AbortController();
    const giveUp = (reason: Error) => {
      release();
      reject(reason);
      inner.abort();
    };
    const stop = () => giveUp(new FailureError(failure("stopped")));
    const timer = setTimeout(() => giveUp(late), milliseconds);
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener("abort", stop, { once: true });
    work(inner.signal).then(resolve, reject).finally(release);
  });
}

/** The items as they come; throws `late` when the next one does not come within `milliseconds`. */
export async function* withinSilence<T>(
  items: AsyncIterable<T>,
  milliseconds: number,
  late: Error,
): AsyncGenerator<T, void, void> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await withDeadline(() => iterator.next(), milliseconds, late);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: what is silent may not end either.
    iterator.return?.().catch(() => undefined);
  }
}
