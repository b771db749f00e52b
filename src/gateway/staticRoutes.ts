import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import { answerFailure } from "./errorAnswers";
import { contentSecurityPolicy } from "./security";

const PAGE = "taskpane.html";
/** The pane in Excel, and in Google Sheets. */
const PAGES = [PAGE, "sheets.html"];
const NONCE_PLACEHOLDER = "__VIGIE_NONCE__";

/** Cache lifetimes by path; the first match counts. Office fetches icons anew if they are `no-store`. */
const CACHING: readonly (readonly [RegExp, string])[] = [
  [/\.[0-9a-f]{8}\.(js|css)$/, "public, max-age=31536000, immutable"],
  [/\.png$/, "public, max-age=86400"],
  [/./, "no-cache"],
];

/** The built add-in. Excel on the web fetches functions.json and the icons from its own origin: they are public. */
export function staticRoutes(config: GatewayConfig): Hono {
  const routes = new Hono();
  const root = resolve(config.dist);

  routes.get("/", (context) => context.redirect(`/${PAGE}`));
  routes.use("*", compress(), etag());
  for (const name of PAGES) routes.get(`/${name}`, page(config, root, name));
  // Source maps are for whoever runs the server, not for its visitors.
  routes.get("/maps/*", (context) =>
    answerFailure(context, failure("address-unknown", { path: context.req.path })),
  );
  routes.get("*", publicFile(config), serveStatic({ root }));
  return routes;
}

/** A pane's page, with a nonce of its own for its styles. */
const page =
  (config: GatewayConfig, root: string, name: string) =>
  async (context: Context): Promise<Response> => {
    // Of letters that need no quotes: a build may take those of the attribute away.
    const nonce = randomBytes(16).toString("base64url");
    const text = await readFile(join(root, name), "utf8").catch(() => undefined);
    if (text === undefined) return answerFailure(context, failure("address-unknown", { path: `/${name}` }));
    context.header("Content-Security-Policy", contentSecurityPolicy(config, nonce));
    context.header("Cache-Control", "no-store");
    return context.html(text.replaceAll(NONCE_PLACEHOLDER, nonce));
  };

/** The headers of a file that was found. */
const publicFile =
  (config: GatewayConfig): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (context.res.status >= 400) return;
    context.header("Cache-Control", CACHING.find(([pattern]) => pattern.test(context.req.path))?.[1]);
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    if (context.req.path.endsWith(".html")) {
      context.header("Content-Security-Policy", contentSecurityPolicy(config, ""));
    }
  };
