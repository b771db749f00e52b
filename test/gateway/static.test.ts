import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGateway } from "../../src/gateway/gateway";
import { builtAddIn, configOf, depsOf } from "./doubles";

const dist = builtAddIn();
const { app } = createGateway(configOf({ dist, frameAncestors: ["https://portal.test"] }), depsOf([]));

test("the page comes with a policy whose nonce its styles carry, a fresh one each time", async () => {
  const load = async () => {
    const response = await app.request("/taskpane.html");
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    return {
      nonce,
      policy: response.headers.get("Content-Security-Policy") ?? "",
      headers: response.headers,
    };
  };
  const [first, second] = [await load(), await load()];
  expect(first.nonce).toMatch(/^[\w-]{22}$/);
  expect(first.policy).toContain(`style-src 'self' 'nonce-${first.nonce}'`);
  expect(second.nonce).not.toBe(first.nonce);
});

test("the nonce needs no quotes, which a build may take away", async () => {
  const bare = builtAddIn();
  writeFileSync(join(bare, "taskpane.html"), "<meta name=style-nonce nonce=__VIGIE_NONCE__>");
  const unquoted = createGateway(configOf({ dist: bare }), depsOf([]));
  for (let times = 0; times < 50; times += 1) {
    const response = await unquoted.app.request("/taskpane.html");
    const nonce = /^<meta name=style-nonce nonce=([\w-]{22})>$/.exec(await response.text())?.[1];
    expect(response.headers.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
  }
});

test("Excel on the web may frame the page and nothing forbids Office dialogs", async () => {
  const { headers } = await app.request("/taskpane.html");
  const policy = headers.get("Content-Security-Policy") ?? "";
  const frames = /frame-ancestors ([^;]+)/.exec(policy)?.[1];
  expect(frames).toContain("https://*.officeapps.live.com");
  expect(frames).toContain("https://portal.test");
  expect(frames).not.toContain("localhost");
  expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
  expect(policy).not.toMatch(/\*;| \* /);
  // Only style attributes, which office.js writes.
  expect(policy.match(/[\w-]+ [^;]*unsafe[^;]*/g)).toEqual(["style-src-attr 'unsafe-inline'"]);
  expect(headers.get("Cross-Origin-Opener-Policy")).toBeNull();
  expect(headers.get("X-Frame-Options")).toBeNull();
});

test("in development a page on localhost may frame the add-in", async () => {
  const development = createGateway(configOf({ dist, https: "development" }), depsOf([]));
  const { headers } = await development.app.request("/taskpane.html");
  expect(headers.get("Content-Security-Policy")).toContain("https://localhost:*");
});

test.each([
  ["/pane.0123abcd.js", "public, max-age=31536000, immutable"],
  ["/assets/icon-32.png", "public, max-age=86400"],
  ["/functions.json", "no-cache"],
])("%s is kept by browsers as fits it", async (path, caching) => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe(caching);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("scripts are compressed, and not sent again when unchanged", async () => {
  const compressed = await app.request("/pane.0123abcd.js", { headers: { "Accept-Encoding": "gzip" } });
  expect(compressed.headers.get("Content-Encoding")).toBe("gzip");
  const plain = await app.request("/pane.0123abcd.js");
  const again = await app.request("/pane.0123abcd.js", {
    headers: { "If-None-Match": plain.headers.get("ETag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test.each([
  "/../beside-dist.txt",
  "/..%2fbeside-dist.txt",
  "/%2e%2e/beside-dist.txt",
  "/assets/..%5c..%5cbeside-dist.txt",
  "/..%252fbeside-dist.txt",
  "//etc/passwd",
  "/%00",
  "/maps/pane.js.map",
  "/missing.html",
  "/api/unknown",
  "/assets/",
])("%s leads nowhere", async (path) => {
  const response = await app.request(`http://localhost${path}`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ failure: { code: "address-unknown" } });
});
