import type { Context, MiddlewareHandler } from "hono";
import { failure } from "../sales/failure";
import { sessionCookie } from "./cookies";
import { answerFailure } from "./errorAnswers";
import type { OpenSession, Sessions } from "./sessions";

const SESSION_HEADER = "X-Vigie-Session";

/**
 * The secret of the session a request speaks for: of the cookie that the header names, or a bearer token where a
 * browser keeps no cookies. The header is what no other site's page can send.
 */
export function sessionSecret(context: Context): string {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(context.req.header("Authorization") ?? "")?.[1];
  if (bearer) return bearer;
  const handle = /^[\w-]{6,40}$/.exec(context.req.header(SESSION_HEADER) ?? "")?.[0];
  return (handle && sessionCookie(context, handle)) || "";
}

/** Refuses a request without a living session; what follows finds it in `context.get("session")`. */
export function requireSession(
  sessions: Sessions,
): MiddlewareHandler<{ Variables: { session: OpenSession } }> {
  return async (context, next) => {
    const session = sessions.find(sessionSecret(context));
    if (!session) return answerFailure(context, failure("session-expired"));
    context.set("session", session);
    return next();
  };
}
