import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import { answerFailure } from "./errorAnswers";

const OFFICE_JS = "https://appsforoffice.microsoft.com";

/** Frame ancestors: the sites where Excel on the web shows add-ins. */
const EXCEL_ON_THE_WEB = [
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.sharepoint.com",
  "https://*.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.live.com",
];
const DEVELOPMENT_FRAMES = ["https://localhost:*", "https://127.0.0.1:*"];

/**
 * The page's policy. `nonce` is the one its styles carry. Neither COOP `same-origin` nor X-Frame-Options may ever
 * be sent to an add-in: the first breaks Office dialogs, the second Excel on the web.
 */
export function contentSecurityPolicy(config: GatewayConfig, nonce: string): string {
  const frames = [
    "'self'",
    ...EXCEL_ON_THE_WEB,
    ...(config.https === "development" ? DEVELOPMENT_FRAMES : []),
    ...config.frameAncestors,
  ];
  return policy({
    ...ADD_IN_PAGE,
    "style-src": `'self' 'nonce-${nonce}'`,
    "frame-ancestors": frames.join(" "),
  });
}

/** The policy of the sign-in window: the same scripts, in nobody's frame. */
export const dialogPolicy = (): string => policy({ ...ADD_IN_PAGE, "frame-ancestors": "'none'" });

const ADD_IN_PAGE: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": `'self' ${OFFICE_JS}`,
  "style-src": "'self'",
  // office.js hides its own frames and draws its prompts with style attributes; scripts stay out of their reach.
  "style-src-attr": "'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": `'self' ${OFFICE_JS}`,
  "frame-src": `'self' ${OFFICE_JS}`,
  "base-uri": "'none'",
  "form-action": "'none'",
};

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** Permissions that no page of Vigie asks a browser for. */
const PERMISSIONS = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "display-capture"]
  .map((feature) => `${feature}=()`)
  .join(", ");

/** Headers of every answer; `Strict-Transport-Security` only where the address is a lasting one. */
export function commonHeaders(config: GatewayConfig): MiddlewareHandler {
  return async (context, next) => {
    await next();
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Permissions-Policy", PERMISSIONS);
    if (!context.res.headers.has("Referrer-Policy"))
      context.header("Referrer-Policy", "strict-origin-when-cross-origin");
    if (typeof config.https === "object") context.header("Strict-Transport-Security", "max-age=31536000");
  };
}

/**
 * Refuses requests for another host than the public one, where it is known: a name that somebody else let point here
 * (DNS rebinding) is no site of ours. A proxy and a health check may ask by IP address, which nobody can make point here.
 */
export function ownHost({ publicAddress, host }: GatewayConfig): MiddlewareHandler {
  if (publicAddress === undefined) return (_, next) => next();
  const own = new Set(["localhost", host, new URL(publicAddress).hostname]);
  return async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (own.has(hostname) || isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return next();
    return answerFailure(context, failure("request-invalid", { expected: "Host" }));
  };
}

/** Pages of other sites get no answer from the API, unless their origin is in `allowedOrigins`. */
export function apiOrigins(config: GatewayConfig): readonly MiddlewareHandler[] {
  // Behind a proxy that speaks HTTPS for it the gateway knows its own host only.
  const isOurs = (origin: string, url: string, host: string | undefined): boolean =>
    origin === new URL(url).origin ||
    origin === config.publicAddress ||
    (config.https === "off" && new URL(origin).host === host);
  return [
    async (context, next) => {
      const origin = context.req.header("Origin");
      const allowed =
        !origin ||
        config.allowedOrigins.includes(origin) ||
        (URL.canParse(origin) && isOurs(origin, context.req.url, context.req.header("Host")));
      if (!allowed) return answerFailure(context, failure("request-invalid", { expected: "Origin" }));
      return next();
    },
    cors({
      origin: (origin) => (config.allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ["GET", "POST", "DELETE"],
      allowHeaders: ["Authorization", "Content-Type", "X-Vigie-Pane", "X-Vigie-Session"],
      maxAge: 600,
    }),
  ];
}
