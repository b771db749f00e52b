import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { failure } from "../sales/failure";
import { answerFailure } from "./answers";
import type { GatewayConfig } from "./config";
import type { GatewayDeps } from "./deps";
import { rateLimit } from "./rateLimit";
import { refreshRoute } from "./refreshRoute";
import { requestLog } from "./requestLog";
import { apiOrigins, commonHeaders } from "./security";
import { faultName, sessionRoutes } from "./sessionRoutes";
import { Sessions } from "./sessions";
import { staticRoutes } from "./staticRoutes";

export interface Gateway {
  readonly app: Hono;
  /** Ends refreshes under way with a `stopped` frame and hangs up every session. */
  readonly close: () => void;
}

/** The gateway's HTTP face (ARCHITECTURE.md) as a hono application, without a port. */
export function createGateway(config: GatewayConfig, deps: GatewayDeps): Gateway {
  const app = new Hono();
  const sessions = new Sessions(config.sessionMinutes * 60, config.maxSessions, deps.now);
  const closing = new AbortController();

  app.use("*", requestLog(deps.logger, deps.now), commonHeaders(config));
  app.use("/api/*", ...apiOrigins(config), rateLimit(config.requestsPerMinute, deps.now, addressOf));
  app.use("/api/*", async (context, next) => {
    await next();
    if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
  });
  app.get("/api/health", (context) => context.json({ status: "ok", version: deps.version }));
  app.route("/api", sessionRoutes(config, deps, sessions));
  app.route("/api", refreshRoute(config, deps, sessions, closing.signal));
  app.all("/api/*", unknownAddress);
  app.route("/", staticRoutes(config));
  app.notFound(unknownAddress);
  app.onError((thrown, context) => {
    deps.logger.error({ fault: faultName(thrown), path: context.req.path }, "request failed");
    return answerFailure(context, failure("internal"));
  });

  return {
    app,
    close: () => {
      closing.abort();
      sessions.closeAll();
    },
  };
}

const unknownAddress = (context: Context): Response =>
  answerFailure(context, failure("address-unknown", { path: context.req.path.slice(0, 100) }));

/** The caller's network address; unknown when a request did not come by a socket (tests). */
function addressOf(context: Context): string {
  return context.env?.incoming ? (getConnInfo(context).remote.address ?? "") : "";
}
