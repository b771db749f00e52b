import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { failure } from "../sales/failure";
import { accountOf } from "./account";
import { connectorNamed } from "./connecting";
import { dropSessionCookies } from "./cookies";
import type { GatewayContext } from "./deps";
import { answerFailure } from "./errorAnswers";
import { answerThrown, openAsked } from "./opening";
import { sessionSecret } from "./sessionRequests";
import { readSessionRequest } from "./upload";

const MEGABYTE = 1_000_000;

/** Sessions: `POST /sessions`, `DELETE /sessions/current`. */
export function sessionRoutes(gateway: GatewayContext): Hono {
  const { config, deps, sessions } = gateway;
  const routes = new Hono();
  const tooLarge = failure("upload-too-large", { megabytes: config.uploadMegabytes });
  const limit = bodyLimit({
    maxSize: config.uploadMegabytes * MEGABYTE,
    onError: (context) => answerFailure(context, tooLarge),
  });

  routes.post("/sessions", limit, async (context) => {
    if (sessions.isFull) return answerFailure(context, failure("too-many-requests", { seconds: 60 }));
    try {
      const request = await readSessionRequest(context, config);
      const account = accountOf(context, request, gateway);
      const connector = connectorNamed(request.source, deps.registry);
      return await openAsked(context, connector, account, request, gateway);
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    }
  });

  routes.delete("/sessions/current", (context) => {
    const closed = sessions.close(sessionSecret(context));
    dropSessionCookies(context, (secret) => sessions.find(secret) !== undefined);
    return closed ? context.body(null, 204) : answerFailure(context, failure("session-expired"));
  });

  return routes;
}
