import { mkdirSync, readFileSync } from "node:fs";
import axe, { type AxeResults } from "axe-core";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import type { RunningGateway } from "../../../src/gateway/server";
import { launchBrowser } from "../../../workbench/browser";
import { servePaneHarness } from "./paneHarness";

/** Where pictures go, for eyes; none without it. */
const PICTURES = process.env.VIGIE_PICTURES;

let browser: Browser;
let gateway: RunningGateway;
beforeAll(async () => {
  [browser, gateway] = await Promise.all([launchBrowser(), servePaneHarness()]);
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

async function sharePage(width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`${gateway.url}/taskpane.html?state=share`);
  await page.getByRole("button", { name: /^Préparer/ }).waitFor();
  return { page, complaints };
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

async function isTidy(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(axe.source);
  // Fluent's own stops for the Tab key hand the focus on before anybody meets them.
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }),
  );
  expect((results as AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Presses a key until the focus is on what bears the name. */
async function press(page: Page, key: string, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return element?.getAttribute("aria-label") ?? labels[0]?.textContent ?? element?.textContent ?? "";
    });
    if (name.test(focused)) return;
  }
  throw new Error(`${key} never comes to ${name}`);
}

test.each([320, 400])(
  "at %i pixels: live copies for awkward names by keyboard alone, saved in one file",
  async (width) => {
    const { page, complaints } = await sharePage(width);
    await picture(page, `share-${width}-form`);
    await isTidy(page);
    await press(page, "Tab", /^Figée/);
    await press(page, "ArrowDown", /^Vivante/);
    await press(page, "Tab", /^Une copie par région/);
    await press(page, "ArrowDown", /^Une copie par commercial/);
    await picture(page, `share-${width}-people`);
    await isTidy(page);
    await press(page, "Tab", /^Préparer 5 copies$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "5 copies prêtes" }).waitFor();
    await picture(page, `share-${width}-made`);
    await isTidy(page);

    const download = page.waitForEvent("download");
    await press(page, "Tab", /^Tout enregistrer/);
    await page.keyboard.press("Enter");
    const file = await download;
    expect(file.suggestedFilename()).toBe("Vigie.zip");
    const names = Object.keys(unzipSync(readFileSync(await file.path())));
    expect(names).toEqual([
      "Vigie-HYPERLINK-http-x-y.xlsx",
      "Vigie-ليلى-بن-علي.xlsx",
      `Vigie-${"é".repeat(80)}.xlsx`,
      "Vigie-Nour-Martin-S0.xlsx",
      "Vigie-Nour-Martin-S1.xlsx",
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  120_000,
);
