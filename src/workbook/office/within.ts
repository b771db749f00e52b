import { type Failure, FailureError } from "../../sales/failure";

/**
 * The promise's value, or a thrown FailureError when it takes longer than `milliseconds`, or as soon as `signal`
 * aborts. The promise itself goes on: nothing in Office.js can be called back.
 */
export function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  late: Failure,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => settle(() => reject(new FailureError({ code: "stopped", params: {} })));
    const timer = setTimeout(() => settle(() => reject(new FailureError(late))), milliseconds);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      end();
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop);
    promise.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error as Error)),
    );
  });
}
