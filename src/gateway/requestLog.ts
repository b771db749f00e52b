import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";

/** One line a request: what and how long, never who, no query, no header, no body. */
export function requestLog(logger: Logger, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const begun = now();
    await next();
    const { method, path } = context.req;
    logger.info({ method, path, status: context.res.status, milliseconds: now() - begun }, "request");
  };
}
