import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { demoConnector } from "../../src/crm/demo/connector";
import { load } from "../../src/crm/load";
import { createEngine } from "../../src/kpi/engine";
import type { KpiSource } from "../../src/kpi/source";
import { collect } from "../../src/sales/collect";
import { launchBrowser } from "../../workbench/browser";
import {
  choose,
  connectAndRefresh,
  errorCells,
  type Journey,
  openCockpit,
  savedWorkbook,
  settle,
  showSheet,
  visibleSheets,
} from "../../workbench/journey";
import { type RunningWorkbench, runWorkbench } from "../../workbench/page/run";

/** The whole product, as shipped: `dist/addin/` is the production build that `npm test` has just made. */
const ROOT = join(__dirname, "..", "..");
const OUT = join(ROOT, "out");
const DEMO = { dataDate: "2026-11-20", lines: 3_000 };
const START_MS = 240_000;
const STEP_MS = 180_000;

let workbench: RunningWorkbench;
let browser: Browser;
let journey: Journey;
let engine: KpiSource;
let saved: Buffer;
const pageErrors: string[] = [];

beforeAll(async () => {
  if (!existsSync(join(ROOT, "dist", "addin", "taskpane.html")))
    throw new Error("dist/addin/ is missing: npm run build first");
  mkdirSync(OUT, { recursive: true });
  [workbench, browser, engine] = await Promise.all([
    runWorkbench({ port: 0, gateway: { port: 0, logLevel: "silent", options: { demo: DEMO } } }),
    launchBrowser(),
    demoEngine(),
  ]);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "fr-FR",
    ignoreHTTPSErrors: true,
  });
  context.on("page", (page) => page.on("pageerror", (error) => pageErrors.push(error.message)));
  journey = await openCockpit(context, workbench);
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await workbench?.close();
});

/** The same demo company, asked without a spreadsheet: what the cells must show. */
async function demoEngine(): Promise<KpiSource> {
  const connector = demoConnector();
  const { signal } = new AbortController();
  const connection = await connector.connect(DEMO, signal);
  const collected = await collect(load(connection, connector.declaration, { signal }));
  if (!collected.ok) throw new Error(collected.failure.code);
  return createEngine(collected.value.data, { targets: collected.value.targets });
}

const engineList = async (axis: string, period: string) => {
  const listed = await engine.list({ kpi: "CA", axis, period, filters: [] });
  if (!listed.ok) throw new Error(listed.failure.code);
  return listed.value.map(({ member, answer }) => [member, answer]);
};

/** Values of a block of the sheet in front. */
const valuesAt = (row: number, column: number, rows: number, columns: number) =>
  journey.page.evaluate(
    (block) => {
      const { grid } = window.workbench!.current();
      return grid
        .values({ sheet: grid.activeSheet(), ...block })
        .map((line) => line.map(({ value }) => value));
    },
    { row, column, rows, columns },
  );

/** Types into a cell as the API does for a person: one formula or text. */
async function enter(row: number, column: number, text: string): Promise<void> {
  await journey.page.evaluate(
    (cell) => {
      const { grid } = window.workbench!.current();
      const sheet = grid.activeSheet();
      if (cell.text.startsWith("=")) grid.writeFormula(sheet, cell.row, cell.column, cell.text);
      else
        grid.writeValues({ sheet, row: cell.row, column: cell.column, rows: 1, columns: 1 }, [[cell.text]]);
    },
    { row, column, text },
  );
  await settle(journey.page);
}

const sheetNamed = async (name: string) => {
  const found = (await visibleSheets(journey.page)).find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no visible sheet ${name}`);
  return found;
};

/** Every value of the sheet in front, as one list. */
const allValues = () =>
  journey.page.evaluate(() => {
    const { grid } = window.workbench!.current();
    const used = grid.usedRange(grid.activeSheet(), true);
    return used ? grid.values(used).flatMap((line) => line.map(({ value }) => value)) : [];
  });

test(
  "connect, refresh: dashboards stand without a cell in error, the data lies in very hidden sheets",
  async () => {
    await connectAndRefresh(journey);
    expect((await visibleSheets(journey.page)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Objectifs", "Chiffre d'affaires"]),
    );
    expect(await errorCells(journey.page)).toEqual([]);
    const hidden = await journey.page.evaluate(() => {
      const { grid, host } = window.workbench!.current();
      return grid
        .sheetIds()
        .filter((id) => host.book.state(id).visibility === "VeryHidden")
        .map((id) => grid.sheetName(id));
    });
    expect(hidden).toEqual(expect.arrayContaining(["vigie.meta"]));
    expect(hidden.some((name) => name.endsWith("order_lines"))).toBe(true);
    await journey.page.screenshot({ path: join(OUT, "e2e-refreshed.png") });
  },
  STEP_MS,
);

test(
  "the dashboard shows the engine's numbers to the cent, and follows the period cell",
  async () => {
    await showSheet(journey.page, (await sheetNamed("Chiffre d'affaires")).id);
    for (const [, value] of await engineList("secteur", "2026")) expect(await allValues()).toContain(value);
    await choose(journey.page, "Vigie_Periode", "2025-T2");
    for (const [, value] of await engineList("secteur", "2025-T2"))
      expect(await allValues()).toContain(value);
    expect(await errorCells(journey.page)).toEqual([]);
    await journey.page.screenshot({ path: join(OUT, "e2e-dashboard.png") });
  },
  STEP_MS,
);

test(
  "a typed formula spills the engine's answer; a wrong one shows its error",
  async () => {
    await showSheet(journey.page, (await sheetNamed("Feuil1")).id);
    await enter(40, 30, '=KPI.CA("region","2026-T1")');
    const expected = await engineList("region", "2026-T1");
    expect(await valuesAt(40, 30, expected.length, 2)).toEqual(expected);
    await enter(40, 34, '=KPI.CA("planete","2026")');
    expect(await valuesAt(40, 34, 1, 1)).toEqual([["#VALUE!"]]);
    await enter(40, 34, '=KPI.CA(,"2026")');
    const total = await engine.total({ kpi: "CA", period: "2026", filters: [] });
    expect(await valuesAt(40, 34, 1, 1)).toEqual([[total.ok ? total.value : undefined]]);
  },
  STEP_MS,
);

test(
  "the saved file opens in LibreOffice with the numbers as values",
  async () => {
    saved = await savedWorkbook(journey.page);
    const folder = mkdtempSync(join(tmpdir(), "vigie-e2e-"));
    const file = join(folder, "cockpit.xlsx");
    writeFileSync(file, saved);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = spawnSync(
      "soffice",
      [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
      {
        timeout: 120_000,
      },
    );
    if (run.error) throw new Error("LibreOffice is needed (Debian: apt-get install libreoffice-calc)");
    const text = spawnSync("pdftotext", ["-layout", join(folder, "cockpit.pdf"), "-"], {
      encoding: "utf8",
    }).stdout;
    expect(text).toContain("Chiffre d'affaires");
    expect(text).not.toMatch(/#NAME\?|#N\/A|#VALUE!|Err:5\d\d/);
    const [[first]] = (await engineList("secteur", "2025-T2")) as [[string, number]];
    expect(text).toContain(first);
    // The tables of very hidden sheets are no part of what one prints.
    expect(text).not.toContain("order_id");
    expect(readFileSync(file).length).toBeGreaterThan(50_000);
  },
  STEP_MS,
);

test(
  "reopened from the file, with nobody connected, the cells are answered from the hidden sheets",
  async () => {
    const before = await engineList("region", "2026-T1");
    await journey.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      await window.workbench!.openXlsx(bytes.buffer);
    }, saved.toString("base64"));
    await journey.pane.getByText("Données au 20/11/2026").first().waitFor({ timeout: STEP_MS });
    await settle(journey.page);
    await showSheet(journey.page, (await sheetNamed("Feuil1")).id);
    expect(await valuesAt(40, 30, before.length, 2)).toEqual(before);
    await enter(40, 38, '=KPI.COMMANDES(,"2026")');
    const orders = await engine.total({ kpi: "COMMANDES", period: "2026", filters: [] });
    expect(await valuesAt(40, 38, 1, 1)).toEqual([[orders.ok ? orders.value : undefined]]);
    expect(await errorCells(journey.page)).toEqual([]);
  },
  STEP_MS,
);

test("nothing threw in the page or the pane", () => {
  expect(pageErrors).toEqual([]);
});
