import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../../workbench/browser";
import {
  choose,
  connectAndRefresh,
  errorCells,
  type Journey,
  openCockpit,
  settle,
  visibleSheets,
} from "../../workbench/journey";
import { type RunningWorkbench, runWorkbench } from "../../workbench/page/run";
import { partsOf } from "../cli/parts";

/** The whole product, as shipped, from the refresh to a colleague's window. */
const DIST = join(__dirname, "..", "..", "dist", "addin");
const DEMO = { dataDate: "2026-11-20", lines: 1_000 };
const START_MS = 240_000;

let workbench: RunningWorkbench;
let browser: Browser;
let context: BrowserContext;
let journey: Journey;
const pageErrors: string[] = [];
const workers: string[] = [];

beforeAll(async () => {
  if (!existsSync(join(DIST, "taskpane.html")))
    throw new Error("dist/addin/ is missing: npm run build first");
  [workbench, browser] = await Promise.all([
    runWorkbench({ port: 0, gateway: { port: 0, logLevel: "silent", options: { demo: DEMO } } }),
    launchBrowser(),
  ]);
  context = await browser.newContext({ locale: "fr-FR", ignoreHTTPSErrors: true });
  context.on("page", (page) => {
    page.on("pageerror", (error) => pageErrors.push(error.message));
    page.on("worker", (worker) => workers.push(worker.url()));
  });
  journey = await openCockpit(context, workbench);
  await connectAndRefresh(journey);
  await choose(journey.page, "Vigie_Periode", "2025");
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

/** Makes one copy of one region, and opens it from the pane. */
async function openedCopy(kind: "Figée" | "Vivante", region: string): Promise<Page> {
  const { pane } = journey;
  await pane.getByRole("tab", { name: "Diffuser" }).click();
  await pane.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await pane.getByRole("radio", { name: /^Une copie par région/ }).check();
  await pane.getByRole("button", { name: "Tout décocher" }).click();
  await pane.getByRole("checkbox", { name: region, exact: true }).check();
  await pane.getByRole("button", { name: "Préparer une copie" }).click();
  await pane.getByRole("heading", { name: "Une copie prête" }).waitFor({ timeout: START_MS });
  const opening = context.waitForEvent("page");
  await pane.getByRole("button", { name: /^Ouvrir dans Excel/ }).click();
  const window = await opening;
  await window.waitForSelector("html[data-ready]", { timeout: START_MS });
  await pane.getByRole("button", { name: "Autres copies" }).click();
  await settle(window);
  return window;
}

const bytesOf = async (page: Page, index: number): Promise<Uint8Array> =>
  Uint8Array.from(await page.evaluate((at) => [...window.workbench!.created()[at]!], index));

test(
  "a live copy opens in a window of its own, computes from its own rows and says whose it is",
  async () => {
    const copy = await openedCopy("Vivante", "Nord");
    const pane = copy.frameLocator(".pane iframe");
    await pane
      .getByRole("heading", { name: "Une copie qui vous a été remise" })
      .waitFor({ timeout: START_MS });
    await pane.getByText("Elle contient seulement : Nord.").waitFor();
    await settle(copy);
    expect(await errorCells(copy)).toEqual([]);
    expect((await visibleSheets(copy)).map(({ name }) => name)).toContain("Matinée");
    // Its own period, and it follows when another is chosen.
    await choose(copy, "Vigie_Periode", "2026");
    expect(await errorCells(copy)).toEqual([]);
    // The add-in's worker did it, under the page's policy.
    expect(workers.filter((url) => url.includes("page-share-worker"))).toHaveLength(1);
    await copy.close();
  },
  START_MS,
);

test(
  "a frozen copy holds values alone, for the period that was chosen",
  async () => {
    const copy = await openedCopy("Figée", "Sud");
    const parts = partsOf(await bytesOf(journey.page, 1));
    expect(parts.get("xl/workbook.xml")).not.toMatch(/state="(very)?[hH]idden"/);
    const sheets = [...parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    for (const [, sheet] of sheets) expect(sheet).not.toMatch(/<f[ >]/);
    expect([...parts.values()].join("\n")).toMatch(/>2025</);
    expect(await errorCells(copy)).toEqual([]);
    await copy.close();
  },
  START_MS,
);

test("nothing threw in a page or a pane", () => {
  expect(pageErrors).toEqual([]);
});
