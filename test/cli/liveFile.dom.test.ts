import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { functionCatalogue, functionsFile } from "../../src/functions";
import { KPIS } from "../../src/kpi/registry";
import { currentData } from "../../src/live/currentData";
import { createLiveData } from "../../src/live/inForce";
import { createLiveWorkbook } from "../../src/live/liveWorkbook";
import { loadWorkbook } from "../../src/workbook";
import type { WorkbookModel } from "../../src/xlsx/model";
import type { UniverGrid } from "../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../workbench/grid/univerHeadless";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { loadModel } from "../../workbench/page/loadModel";
import { readXlsx } from "../../workbench/page/openXlsx";
import { excel } from "../live/excel";
import { granted, sheetNames } from "../workbook/office";
import { DEMO } from "./streams";

const ROOT = resolve(__dirname, "../..");
const SETTLE_MS = 60_000;
const SHEET = "Chiffre d'affaires";
const folder = mkdtempSync(join(tmpdir(), "vigie-live-"));

let file: WorkbookModel;
let office: OpenedOffice;
let grid: UniverGrid;

beforeAll(async () => {
  const out = join(folder, "vigie.xlsx");
  const command = ["--import", "tsx", "src/cli/main.ts", "build", ...DEMO, "--lang", "fr", "--out", out];
  await promisify(execFile)(process.execPath, command, { cwd: ROOT });
  file = await readXlsx(Uint8Array.from(readFileSync(out)).buffer);
  grid = createHeadlessGrid();
  office = await openOffice({ grid });
  // The product's own registration, and the metadata it ships with.
  await import("../../src/functions/entry");
  office.host.registerFunctions(functionsFile(functionCatalogue(KPIS.all), "fr"), "KPI");
  loadModel(file, grid, office.host);
}, 240_000);

afterAll(() => {
  office.dispose();
  grid.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** What each formula of the dashboard shows, in the file and in the grid; nothing is nothing either way. */
async function answers(): Promise<{ inFile: unknown[]; inGrid: unknown[] }> {
  await grid.settled(SETTLE_MS);
  const sheet = grid.sheetIds().find((id) => grid.sheetName(id) === SHEET)!;
  const shown = (value: unknown) => (value === "\u00A0" || value === "" ? null : value);
  const { formulas } = file.sheets.find(({ name }) => name === SHEET)!;
  return {
    inFile: formulas.map(({ values }) => shown(values[0]?.[0] ?? null)),
    inGrid: formulas.map(({ row, column }) =>
      shown(grid.values({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0]?.value ?? null),
    ),
  };
}

test("a file from the command line is a workbook of the add-in: its data, its answers, its dashboards", async () => {
  const before = sheetNames(office.host);
  expect(granted(await loadWorkbook())?.tables.order_lines.length).toBeGreaterThanOrEqual(300);

  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const live = createLiveWorkbook({
    ...excel,
    live: createLiveData({ ...excel, current: currentData, onFault }),
    language: "fr",
    onFault,
  });
  expect(granted(await live.open())).toMatchObject({ source: "demo" });
  const opened = await answers();
  expect(opened.inFile.length).toBeGreaterThan(15);
  expect(opened.inGrid).toEqual(opened.inFile);

  expect(granted(await live.buildDashboards({ show: false }))).toEqual([]);
  expect(sheetNames(office.host)).toEqual([...before, "vigie.dashboards"]);
  expect(office.host.book.names.filter(({ visible }) => !visible)).toHaveLength(DASHBOARDS.length);
  const built = await answers();
  expect(built.inGrid).toEqual(built.inFile);
  expect(faults).toEqual([]);
}, 240_000);
