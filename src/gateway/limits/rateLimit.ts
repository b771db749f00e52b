import type { Context, MiddlewareHandler } from "hono";
import { failure } from "../../sales/failure";
import { answerFailure } from "../errorAnswers";

const WINDOW_MILLISECONDS = 60_000;

export interface Rate {
  /** The most requests a minute under one key. */
  readonly limit: number;
  readonly now: () => number;
  /** The key a request is counted under: a network, a session. */
  readonly keyOf: (context: Context) => string;
  /** Set where an answered request of this kind does not count. */
  readonly isFree?: (context: Context) => boolean;
}

/**
 * Limits the requests under one key, counted in this process: enough to slow down a script that guesses passwords or
 * loops, no protection against an attack from many places.
 */
export function rateLimit({ limit, now, keyOf, isFree = () => false }: Rate): MiddlewareHandler {
  let windowEnds = 0;
  let counts = new Map<string, number>();
  return async (context, next) => {
    if (now() >= windowEnds) {
      counts = new Map();
      windowEnds = now() + WINDOW_MILLISECONDS;
    }
    const window = counts;
    const key = keyOf(context);
    const count = (window.get(key) ?? 0) + 1;
    window.set(key, count);
    if (count > limit) {
      const seconds = Math.ceil((windowEnds - now()) / 1_000);
      context.header("Retry-After", String(seconds));
      return answerFailure(context, failure("too-many-requests", { seconds }));
    }
    await next();
    // Counted until it is answered: many at once are many attempts.
    if (isFree(context)) window.set(key, window.get(key)! - 1);
  };
}
