import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "../../../workbench/browser";
import { builtAddIn } from "../../gateway/doubles";
import { openScene, type Scene } from "../../gateway/signIn/scene";

const SOURCES = join(__dirname, "..", "..", "..", "src", "taskpane");
/** As much of office.js as the window's pages ask of it; Microsoft's own address is not reachable from here. */
const OFFICE =
  "window.Office={onReady:async()=>({}),context:{ui:{messageParent:(m)=>window.opener.postMessage(m,location.origin)}}};";

let browser: Browser;
let scene: Scene;
let context: BrowserContext;
beforeAll(async () => {
  const dist = builtAddIn();
  await build({
    entryPoints: { signIn: join(SOURCES, "signInEntry.ts") },
    bundle: true,
    outdir: dist,
  });
  const page = readFileSync(join(SOURCES, "signIn.html"), "utf8").replace(
    "</head>",
    '<script defer src="/signIn.js"></script><link rel="stylesheet" href="/signIn.css"></head>',
  );
  writeFileSync(join(dist, "signIn.html"), page);
  copyFileSync(join(SOURCES, "..", "..", "assets", "icon-32.png"), join(dist, "assets", "icon-32.png"));
  [browser, scene] = await Promise.all([launchBrowser(), openScene({ dist })]);
  context = await browser.newContext({ ignoreHTTPSErrors: true });
  await context.route("https://appsforoffice.microsoft.com/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: OFFICE }),
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await scene?.stop();
});

test("in a real browser the window goes to the CRM and back, and the session's cookie is kept and enough", async () => {
  const pane = await context.newPage();
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await pane.goto(`${scene.url}/taskpane.html`);
  const told = await pane.evaluate(async () => {
    const headers = { "X-Vigie-Pane": "1", "Content-Type": "application/json" };
    const post = async (path: string, body: object) =>
      (await fetch(path, { method: "POST", headers, body: JSON.stringify(body) })).json();
    await fetch("/api/sources");
    const { address, attempt } = await post("/api/sign-in", { source: "tiny", options: {} });
    const message = new Promise<string>((resolve) =>
      window.addEventListener("message", ({ data }) => resolve(String(data)), { once: true }),
    );
    window.open(address);
    const { claim } = JSON.parse(await message);
    const opened = await post("/api/sign-in/claim", { attempt, claim });
    const refreshed = await fetch("/api/refresh", { headers: { "X-Vigie-Session": opened.session } });
    const without = await fetch("/api/refresh");
    return {
      opened,
      frames: await refreshed.text(),
      statuses: [refreshed.status, without.status],
      cookies: document.cookie,
    };
  });
  expect(told.opened).toMatchObject({ source: "tiny", user: "director" });
  expect(told.opened.token).toBeUndefined();
  expect(told.statuses).toEqual([200, 401]);
  expect(told.frames).toContain("Chloé");
  expect(told.cookies).toBe("");
  // One refusal was asked for; the policy of the pages refused nothing.
  expect(complaints.filter((text) => !text.includes("401"))).toEqual([]);
}, 60_000);

test("a person who denies sees it in the window, in both languages", async () => {
  scene.crm.consent = "deny";
  const page = await context.newPage();
  await page.goto(`${scene.url}/taskpane.html`);
  const [window] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate(async () => {
      const headers = { "X-Vigie-Pane": "1", "Content-Type": "application/json" };
      const body = JSON.stringify({ source: "tiny", options: {} });
      const begun = await (await fetch("/api/sign-in", { method: "POST", headers, body })).json();
      globalThis.open(begun.address);
    }),
  ]);
  await window.waitForURL(/callback/);
  const text = await window.locator("main").innerText();
  expect(text).toContain("l'accès n'a pas été accordé");
  expect(text).toContain("access was not granted");
}, 60_000);
