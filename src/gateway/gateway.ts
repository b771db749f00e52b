import { type Context, Hono } from "hono";
import { failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import type { GatewayContext, GatewayDeps } from "./deps";
import { answerFailure } from "./errorAnswers";
import { forgetUnused } from "./expiry";
import { failureFor } from "./faults";
import { clientAddress, networkOf } from "./limits/clientAddress";
import { rateLimit } from "./limits/rateLimit";
import { Turns } from "./limits/turns";
import { UploadBudget } from "./limits/uploadBudget";
import { pageRequests } from "./pageRequests";
import { questionRoutes } from "./questionRoutes";
import { refreshRoute } from "./refreshRoute";
import { requestLog } from "./requestLog";
import { apiOrigins, commonHeaders, ownHost } from "./security";
import { sessionSecret } from "./sessionRequests";
import { sessionRoutes } from "./sessionRoutes";
import { Sessions } from "./sessions";
import { setAsideRoute } from "./setAsideRoute";
import { createAttempts } from "./signIn/attempts";
import { Grants } from "./signIn/grants";
import { signInPages } from "./signIn/pages";
import { providerFor } from "./signIn/registration";
import { signInRoutes } from "./signIn/routes";
import { sourceRoutes } from "./sourceRoutes";
import { staticRoutes } from "./staticRoutes";
import { TeamMemory } from "./teamMemory";

export interface Gateway {
  readonly app: Hono;
  /** Ends refreshes under way with a `stopped` frame and hangs up every session. */
  readonly close: () => void;
}

/** The gateway's HTTP face (ARCHITECTURE.md) as a hono application, without a port. */
export function createGateway(config: GatewayConfig, deps: GatewayDeps): Gateway {
  const app = new Hono();
  const sessions = new Sessions(config.sessionMinutes * 60, config.maxSessions, deps.now);
  const grants = new Grants({
    vault: deps.vault,
    rememberDays: config.rememberDays,
    providerOf: (source, fields) => providerFor(source, fields, "", config, deps),
    onEnd: (key, why) => sessions.closeGranted(key, why),
    logger: deps.logger,
    now: deps.now,
  });
  const teamMemory = new TeamMemory({ config, ...deps });
  const addressOf = clientAddress(config);
  const gateway: GatewayContext = {
    config,
    deps,
    sessions,
    grants,
    teamMemory,
    uploads: new UploadBudget(config.uploadTotalMegabytes * 1_000_000, (network) =>
      sessions.closeIdleWithFiles(network),
    ),
    turns: new Turns(),
    networkOf: (context) => networkOf(addressOf(context)),
  };
  const attempts = createAttempts(deps.now);
  const closing = new AbortController();
  const signInLimit = rateLimit({
    limit: config.signInsPerMinute,
    now: deps.now,
    keyOf: gateway.networkOf,
    // Colleagues behind one address do not stand in each other's way: only what leads nowhere may be a guess.
    isFree: ({ req, res }) => res.status < 400 && req.path !== "/api/sign-in",
  });
  void forgetUnused(deps.vault, config.rememberDays, deps.now()).then(
    (isErased) => isErased || deps.logger.error({ fault: "vault" }, "old sign-ins could not be erased"),
  );

  app.use("*", requestLog(deps.logger, deps.now), commonHeaders(config), ownHost(config));
  app.use("/api/*", ...apiOrigins(config), pageRequests(config));
  const requestLimit = rateLimit({
    limit: config.requestsPerMinute,
    now: deps.now,
    keyOf: (context) => sessions.nameOf(sessionSecret(context)) ?? gateway.networkOf(context),
  });
  app.use("/api/*", requestLimit);
  for (const path of ["/api/sessions", "/api/sign-in", "/api/sign-in/*", "/sign-in/*"])
    app.use(path, signInLimit);
  app.use("/api/*", async (context, next) => {
    await next();
    if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
  });
  app.get("/api/health", (context) => context.json({ status: "ok", version: deps.version }));
  app.route("/api", sourceRoutes(gateway));
  app.route("/api", sessionRoutes(gateway));
  app.route("/api", signInRoutes(gateway, attempts));
  app.route("/api", questionRoutes(gateway, closing.signal));
  app.route("/api", refreshRoute(gateway, closing.signal));
  app.route("/api", setAsideRoute(gateway, closing.signal));
  app.all("/api/*", unknownAddress);
  app.route("/", signInPages(gateway, attempts));
  app.route("/", staticRoutes(config));
  app.notFound(unknownAddress);
  app.onError((thrown, context) => answerFailure(context, failureFor(thrown, deps.logger, context.req.path)));

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
