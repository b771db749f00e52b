import { Hono } from "hono";
import { failure } from "../sales/failure";
import { accountOf } from "./account";
import { answerFailure } from "./answers";
import { connectorNamed } from "./connecting";
import { dropSessionCookies } from "./cookies";
import type { Gatehouse } from "./deps";
import { answerThrown, openAsked } from "./opening";
import { sessionSecret } from "./sessionRequests";
import { readSessionRequest } from "./upload";

/** Sessions: `POST /sessions`, `DELETE /sessions/current`. */
export function sessionRoutes(house: Gatehouse): Hono {
  const { config, deps, sessions, uploads, networkOf } = house;
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
      const account = accountOf(context, request, house);
      const connector = connectorNamed(request.source, deps.registry);
      const answer = await openAsked(context, connector, account, { ...request, hold }, house);
      isOpen = answer.status === 201;
      return answer;
    } catch (thrown) {
      return answerThrown(context, thrown, house);
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
