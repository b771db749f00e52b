import { Hono } from "hono";
import { failure } from "../sales/failure";
import { accountOf } from "./account";
import { connectorNamed } from "./connecting";
import { dropSessionCookies } from "./cookies";
import type { GatewayContext } from "./deps";
import { answerFailure } from "./errorAnswers";
import { answerThrown, openAsked } from "./opening";
import { sessionSecret } from "./sessionRequests";
import { readSessionRequest } from "./upload";

/** Sessions: `POST /sessions`, `DELETE /sessions/current`. */
export function sessionRoutes(gateway: GatewayContext): Hono {
  const { config, deps, sessions, uploads, networkOf } = gateway;
  const routes = new Hono();

  routes.post("/sessions", async (context) => {
    const network = networkOf(context);
    // Before anything is read: from whom it comes is known already.
    const refusal = sessions.refusal({ network, sourceId: "" });
    if (refusal) return answerFailure(context, refusal);
    const hold = uploads.holdFor(network);
    let isOpen = false;
    try {
      const request = await readSessionRequest(context, config, hold);
      const account = accountOf(context, request, gateway);
      const connector = connectorNamed(request.source, deps.registry);
      const answer = await openAsked(context, connector, account, { ...request, hold }, gateway);
      isOpen = answer.status === 201;
      return answer;
    } catch (thrown) {
      return answerThrown(context, thrown, gateway);
    } finally {
      // An open session lets them go when it is over.
      if (!isOpen) hold.release();
    }
  });

  routes.delete("/sessions/current", (context) => {
    const closed = sessions.close(sessionSecret(context));
    dropSessionCookies(context, (secret) => sessions.find(secret) !== undefined);
    return closed ? context.body(null, 204) : answerFailure(context, failure("session-expired"));
  });

  return routes;
}
