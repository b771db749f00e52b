import type { Context, MiddlewareHandler } from "hono";
import { failure } from "../sales/failure";
import { answerFailure } from "./errorAnswers";

const WINDOW_MILLISECONDS = 60_000;

/**
 * At most `limit` requests a minute from one address, counted in this process: enough to slow down a script that
 * guesses passwords or loops, no protection against an attack from many places.
 */
export function rateLimit(
  limit: number,
  now: () => number,
  addressOf: (context: Context) => string,
): MiddlewareHandler {
  let windowEnds = 0;
  const counts = new Map<string, number>();
  return async (context, next) => {
    if (now() >= windowEnds) {
      counts.clear();
      windowEnds = now() + WINDOW_MILLISECONDS;
    }
    const address = addressOf(context);
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count <= limit) return next();
    const seconds = Math.ceil((windowEnds - now()) / 1_000);
    context.header("Retry-After", String(seconds));
    return answerFailure(context, failure("too-many-requests", { seconds }));
  };
}
