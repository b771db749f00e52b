import { FailureError, failure } from "../sales/failure";

/**
 * Runs work that must end: after `milliseconds`, or once `signal` is aborted, the promise rejects (with `late`, or
 * `stopped`) and the work's own signal is aborted, whether or not the work heeds it.
 */
export function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  signal: AbortSignal,
  late: Error,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const inner = new AbortController();
    const giveUp = (why: Error) => {
      release();
      reject(why);
      inner.abort();
    };
    const stop = () => giveUp(new FailureError(failure("stopped")));
    const timer = setTimeout(() => giveUp(late), milliseconds);
    const release = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    };
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener("abort", stop, { once: true });
    work(inner.signal).then(resolve, reject).finally(release);
  });
}
