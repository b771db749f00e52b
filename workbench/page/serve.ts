/** Serves the workbench's page, and Microsoft's office.js as its CDN would, from one hono app. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, extname, join, normalize, sep } from "node:path";
import { Readable } from "node:stream";
import { type Context, Hono } from "hono";
import { WORKBENCH_DIST } from "./build";
import type { PageConfig } from "./workbook";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

/** The address where a production page asks for office.js: a test browser sends these addresses to `/officejs/`. */
export const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";

export interface ServeOptions extends PageConfig {
  /** The folder `buildWorkbench` filled. */
  readonly folder?: string;
}

/** @returns an app for an https server of the add-in's host name: office.js trusts no other (any port) */
export function workbenchApp({ folder = WORKBENCH_DIST, addinUrl, namespace }: ServeOptions): Hono {
  const office = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const app = new Hono();
  app.get("/config.json", (context) => context.json({ addinUrl, namespace } satisfies PageConfig));
  app.get("/officejs/*", (context) =>
    file(context, office, decodeURIComponent(context.req.path).slice("/officejs/".length).toLowerCase(), {
      "Access-Control-Allow-Origin": "*",
    }),
  );
  app.get("/", (context) => file(context, folder, "index.html"));
  app.get("/*", (context) => file(context, folder, decodeURIComponent(context.req.path).slice(1)));
  return app;
}

async function file(context: Context, root: string, path: string, headers: Record<string, string> = {}) {
  const full = normalize(join(root, path));
  if (!full.startsWith(root + sep)) return context.text("403", 403);
  const found = await stat(full).catch(() => undefined);
  if (!found?.isFile()) return context.text("404", 404);
  const body = Readable.toWeb(createReadStream(full)) as ReadableStream<Uint8Array>;
  return context.body(body, 200, {
    ...headers,
    "Content-Type": TYPES[extname(full)] ?? "application/octet-stream",
    "Content-Length": String(found.size),
    "Cache-Control": "no-cache",
  });
}
