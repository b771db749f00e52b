import { Hono } from "hono";
import type { Connection } from "../crm";
import { withDeadline } from "../sales/deadline";
import { FailureError, failure } from "../sales/failure";
import type { GatewayContext } from "./deps";
import { answerThrown } from "./opening";
import { requireSession } from "./sessionRequests";
import type { OpenSession } from "./sessions";

/** Questions to a connection beside its rows; null where its CRM cannot tell. */
const QUESTIONS: Readonly<Record<string, (connection: Connection, signal: AbortSignal) => Promise<object>>> =
  {
    "/reconciliation": async (connection, signal) => ({
      aggregates: (await connection.aggregates?.(signal)) ?? null,
    }),
    "/estimate": async (connection, signal) => ({
      estimate: (await connection.estimate?.(signal)) ?? null,
    }),
  };

/** `GET /reconciliation` and `GET /estimate` of a session, each within the time a page may take. */
export function questionRoutes(
  gateway: GatewayContext,
  closing: AbortSignal,
): Hono<{ Variables: { session: OpenSession } }> {
  const routes = new Hono<{ Variables: { session: OpenSession } }>();
  for (const [path, ask] of Object.entries(QUESTIONS)) {
    routes.get(path, requireSession(gateway.sessions), async (context) => {
      const { source, connection } = context.get("session");
      const late = new FailureError(failure("source-unavailable", { source: source.label.fr }));
      const milliseconds = gateway.config.refreshIdleSeconds * 1_000;
      const left = AbortSignal.any([context.req.raw.signal, closing]);
      try {
        return context.json(
          await withDeadline((signal) => ask(connection, signal), milliseconds, late, left),
        );
      } catch (thrown) {
        return answerThrown(context, thrown, gateway);
      }
    });
  }
  return routes;
}
