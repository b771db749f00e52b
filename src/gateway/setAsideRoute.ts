import { Hono } from "hono";
import type { RejectedRow } from "../sales/rejected";
import type { GatewayContext } from "./deps";
import { failureFor } from "./faults";
import { refreshStream } from "./refreshStream";
import { requireSession } from "./sessionRequests";
import type { OpenSession } from "./sessions";

/**
 * `GET /set-aside`: every row that the session's source has and the tables do not take, one JSON a line, then
 * `{count}`, or `{failure}` where the source gave up. The source is read again: all such rows of all sessions would not
 * fit into memory.
 */
export function setAsideRoute(
  { config, deps, sessions, turns }: GatewayContext,
  closing: AbortSignal,
): Hono<{ Variables: { session: OpenSession } }> {
  const routes = new Hono<{ Variables: { session: OpenSession } }>();
  routes.get("/set-aside", requireSession(sessions), (context) => {
    const session = context.get("session");
    const reading = sessions.beginReading(session);
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, reading.signal, context.req.raw.signal, closing]);

    async function* rows(): AsyncGenerator<object> {
      let waiting: RejectedRow[] = [];
      let count = 0;
      const frames = deps.load(session.connection, session.source, {
        signal,
        pageTimeoutMs: config.refreshIdleSeconds * 1_000,
        turn: () => {
          reading.goOn();
          return turns.next();
        },
        failureOf: (thrown) => failureFor(thrown, deps.logger, "set-aside"),
        onRejected: (row) => void waiting.push(row),
      });
      for await (const frame of frames) {
        count += waiting.length;
        yield* waiting;
        waiting = [];
        if (frame.type === "error") yield { failure: frame.failure };
        if (frame.type === "end") yield { count };
      }
    }
    const onClose = () => {
      left.abort();
      reading.end();
    };
    const gzip = /\bgzip\b/.test(context.req.header("Accept-Encoding") ?? "");
    return context.body(refreshStream(rows(), { gzip, onClose }), 200, {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      ...(gzip ? { "Content-Encoding": "gzip" } : {}),
    });
  });
  return routes;
}
