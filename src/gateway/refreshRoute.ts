import { Hono } from "hono";
import { failure } from "../sales/failure";
import { LONGEST_MARK } from "../sales/stream";
import type { GatewayConfig } from "./config";
import type { GatewayDeps } from "./deps";
import { answerFailure } from "./errorAnswers";
import { refreshStream } from "./refreshStream";
import { requireSession } from "./sessionRequests";
import type { Session, Sessions } from "./sessions";

/**
 * `GET /refresh`: the tables of the session's source, frame by frame; with `?since=<mark>` what moved since the refresh
 * that ended with this mark, where that can be told. `closing` stops those under way.
 */
export function refreshRoute(
  config: GatewayConfig,
  deps: GatewayDeps,
  sessions: Sessions,
  closing: AbortSignal,
): Hono<{ Variables: { session: Session } }> {
  const routes = new Hono<{ Variables: { session: Session } }>();
  routes.get("/refresh", requireSession(sessions), (context) => {
    const { source, connection, scope } = context.get("session");
    const since = context.req.query("since");
    if (since !== undefined && since.length > LONGEST_MARK)
      return answerFailure(context, failure("request-invalid"));
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, context.req.raw.signal, closing]);
    const gzip = /\bgzip\b/.test(context.req.header("Accept-Encoding") ?? "");
    const frames = deps.load(connection, source, {
      signal,
      pageTimeoutMs: config.refreshIdleSeconds * 1_000,
      ...(scope !== undefined && { scope }),
      ...(since && { since }),
    });
    return context.body(refreshStream(frames, { gzip, onClose: () => left.abort() }), 200, {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      // A proxy that gathers the whole answer first would show no progress.
      "X-Accel-Buffering": "no",
      ...(gzip ? { "Content-Encoding": "gzip" } : {}),
    });
  });
  return routes;
}
