import type { MiddlewareHandler } from "hono";
import { failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import { answerFailure } from "./errorAnswers";

/** A header that no form and no link can send, and no script of another site without our leave (CORS). */
const PANE_HEADER = "X-Vigie-Pane";
const FROM_HERE = new Set(["same-origin", "none"]);

/**
 * Refuses what a page of another site makes a person's browser do: a request that a browser sent (it says so, or has
 * cookies of ours) must come from our own page, and one that changes something must carry the pane's header. A
 * program without a browser has nothing that another could use.
 */
export function pageRequests({ allowedOrigins }: GatewayConfig): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    const origin = context.req.header("Origin");
    const site = context.req.header("Sec-Fetch-Site");
    if (method === "OPTIONS") return next();
    if (site && !FROM_HERE.has(site) && !(origin && allowedOrigins.includes(origin)))
      return answerFailure(context, failure("request-invalid", { expected: "Sec-Fetch-Site" }));
    const isBrowser =
      site !== undefined || origin !== undefined || context.req.header("Cookie") !== undefined;
    const changes = method !== "GET" && method !== "HEAD";
    if (isBrowser && changes && context.req.header(PANE_HEADER) === undefined)
      return answerFailure(context, failure("request-invalid", { expected: PANE_HEADER }));
    return next();
  };
}
