import { Hono } from "hono";
import { failure } from "../sales/failure";
import { LONGEST_MARK } from "../sales/stream";
import type { GatewayContext } from "./deps";
import { answerFailure } from "./errorAnswers";
import { failureFor } from "./faults";
import { refreshStream } from "./refreshStream";
import { requireSession } from "./sessionRequests";
import type { OpenSession } from "./sessions";

/**
 * `GET /refresh`: the tables of the session's source, frame by frame; with `?since=<mark>` what moved since the refresh
 * that ended with this mark, where that can be told. `closing` stops those under way.
 */
export function refreshRoute(
  { config, deps, sessions, turns }: GatewayContext,
  closing: AbortSignal,
): Hono<{ Variables: { session: OpenSession } }> {
  const routes = new Hono<{ Variables: { session: OpenSession } }>();
  routes.get("/refresh", requireSession(sessions), (context) => {
    const session = context.get("session");
    const { source, connection, scope } = session;
    const since = context.req.query("since");
    if (since !== undefined && since.length > LONGEST_MARK)
      return answerFailure(context, failure("request-invalid"));
    const reading = sessions.beginReading(session);
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, reading.signal, context.req.raw.signal, closing]);
    const gzip = /\bgzip\b/.test(context.req.header("Accept-Encoding") ?? "");
    const frames = deps.load(connection, source, {
      signal,
      pageTimeoutMs: config.refreshIdleSeconds * 1_000,
      turn: () => {
        reading.goOn();
        return turns.next();
      },
      failureOf: (thrown) => failureFor(thrown, deps.logger, "refresh"),
      ...(scope !== undefined && { scope }),
      ...(Object.keys(config.company).length > 0 && { fixedSettings: config.company }),
      ...(since && { since }),
    });
    const onClose = () => {
      left.abort();
      reading.end();
    };
    return context.body(refreshStream(frames, { gzip, onClose }), 200, {
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
