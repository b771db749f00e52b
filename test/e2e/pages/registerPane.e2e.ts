import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
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

async function isTidy(page: Page, name: string): Promise<void> {
  // Colours count once what fades in stands.
  await page.waitForTimeout(400);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }),
  );
  expect((results as AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test.each([
  [320, "light", "fr"],
  [400, "light", "fr"],
  [320, "dark", "en"],
] as const)(
  "at %d px, %s, %s: list, rule and versions fit and are accessible, by keyboard alone",
  async (width, theme, language) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(`${gateway.url}/taskpane.html?state=register&theme=${theme}&language=${language}`);
    const edit = page.getByRole("button", { name: /^(Modifier Encours|Edit Receivables)/ }).first();
    await edit.waitFor({ timeout: 20_000 });
    await isTidy(page, `register-${width}-${theme}`);

    await edit.focus();
    await page.keyboard.press("Enter");
    const alert = page.getByRole("textbox", { name: /^(Seuil d'alerte|Alert threshold)$/ });
    await alert.fill("90 %");
    await page.getByText(/doit être supérieur|must be above/).waitFor();
    await isTidy(page, `register-form-${width}-${theme}`);
    await alert.fill("130 %");
    await alert.press("Enter");
    await edit.waitFor();

    const versions = page.getByRole("button", { name: /^(Versions précédentes|Earlier versions) \(1\)$/ });
    await versions.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^(Rétablir|Restore) / }).waitFor();
    await isTidy(page, `register-versions-${width}-${theme}`);
    expect(complaints).toEqual([]);
    await context.close();
  },
  90_000,
);
