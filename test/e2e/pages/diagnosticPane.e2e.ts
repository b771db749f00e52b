import axe, { type AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import type { RunningGateway } from "../../../src/gateway/server";
import { launchBrowser } from "../../../workbench/browser";
import { servePaneHarness } from "./paneHarness";

let browser: Browser;
let gateway: RunningGateway;
beforeAll(async () => {
  [browser, gateway] = await Promise.all([launchBrowser(), servePaneHarness()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

/** Where to leave pictures for eyes; none are kept by default. */
const pictures = process.env.VIGIE_PICTURES;

test.each([
  [320, "light", "fr"],
  [400, "dark", "en"],
] as const)(
  "at %d px, %s, %s: the diagnosis fits and is accessible, by keyboard alone",
  async (width, theme, language) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${gateway.url}/taskpane.html?state=settings&theme=${theme}&language=${language}`);
    const run = page.getByRole("button", { name: /^(Lancer le diagnostic|Run the diagnosis)$/ });
    await run.waitFor({ timeout: 20_000 });
    await run.focus();
    await page.keyboard.press("Enter");
    await page.getByText(/2 points ne sont pas|2 points are not/).waitFor();
    await page.getByRole("textbox", { name: /^(Texte à renvoyer|Text to send back)$/ }).waitFor();
    await page.waitForTimeout(400);
    if (pictures) await page.screenshot({ path: `${pictures}/diagnostic-${width}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.evaluate(axe.source);
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }),
    );
    expect((results as AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  },
  90_000,
);
