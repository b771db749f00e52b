import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { RunningGateway } from "../../../src/gateway/server";
import { launchBrowser } from "../../../workbench/browser";
import { type StateName, states } from "../../taskpane/doubles";
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

const NAMES = Object.keys(states) as StateName[];
const WIDTHS = [320, 400];

/** The pane in one state, drawn; `complaints` are the page's errors, refusals of its policy included. */
async function shown(
  name: StateName,
  { width = 320, theme = "light", language = "fr", forced = false } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height: 700 },
    forcedColors: forced ? "active" : "none",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`${gateway.url}/taskpane.html?state=${name}&theme=${theme}&language=${language}`);
  await page.locator("h1").waitFor();
  // Messages and bars fade in; their colours count once they stand.
  await page.waitForTimeout(400);
  return { page, complaints, close: () => context.close() };
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Tabster's sentinels catch the focus on its way and hand it on at once.
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }),
  );
  return (results as AxeResults).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

test.each(NAMES)("the state %s is accessible, obeys the page's policy and fits its width", async (name) => {
  const { page, complaints, close } = await shown(name);
  expect(await faults(page)).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  expect(complaints).toEqual([]);
  await close();
});

test.each(["form", "refused", "ready", "result", "circulated"] as const)(
  "the state %s has enough contrast in the dark",
  async (name) => {
    const { page, close } = await shown(name, { theme: "dark" });
    expect(await faults(page)).toEqual([]);
    await close();
  },
);

test("the styles are there under the policy: the main button has Vigie's blue", async () => {
  const { page, close } = await shown("connect");
  const colour = await page
    .getByRole("button", { name: "Se connecter" })
    .evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(colour).toBe("rgb(31, 120, 159)");
  await close();
});

test("how old the figures are stays in sight when the result is scrolled", async () => {
  const { page, close } = await shown("result");
  await page.setViewportSize({ width: 320, height: 400 });
  await page.mouse.wheel(0, 2_000);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await expect(page.getByText("Données au 23/11/2026").isVisible()).resolves.toBe(true);
  const box = await page.getByText("Données au 23/11/2026").boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(100);
  await close();
});

test("in high contrast the buttons keep an outline", async () => {
  const { page, close } = await shown("again", { forced: true });
  const border = await page
    .getByRole("button", { name: "Actualiser" })
    .evaluate((e) => getComputedStyle(e).borderTopWidth);
  expect(border).not.toBe("0px");
  await close();
});

test("by keyboard alone, the rows set aside open", async () => {
  const { page, close } = await shown("result");
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.textContent);
    if (name === "Voir les lignes écartées : Clients") break;
  }
  await page.keyboard.press("Enter");
  await page.getByText("clients.csv, ligne 203 · Créé le").waitFor({ timeout: 2_000 });
  expect(await faults(page)).toEqual([]);
  await close();
});

test("by keyboard alone, a question is gone through by Tab and left by Enter", async () => {
  const { page, close } = await shown("huge");
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe("Annuler");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Actualiser quand même");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("[role=alertdialog]").waitFor({ state: "detached" });
  await close();
});
