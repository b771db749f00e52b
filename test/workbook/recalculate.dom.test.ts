import { recalculate, refreshWorkbook } from "../../src/workbook";
import { MemoryGrid } from "../../workbench/grid/memoryGrid";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

let office: OpenedOffice;
let answer: string | number = 1;
let calls = 0;
beforeEach(async () => {
  const grid = new MemoryGrid();
  office = await openOffice({ grid });
  calls = 0;
  grid.registerCustomFunctions(["KPI.CA"], async () => {
    calls++;
    return typeof answer === "number" ? { value: answer } : { error: answer };
  });
});
afterEach(() => office.dispose());

const typeFormula = () =>
  act(({ worksheets }) => {
    worksheets.getItem("Feuil1").getRange("B2").formulas = [['=KPI.CA("region","2024")']];
  });
const shown = () => {
  const [sheet] = office.grid.sheetIds();
  return office.grid.values({ sheet: sheet!, row: 1, column: 1, rows: 1, columns: 1 })[0]![0]!.value;
};

test("every KPI cell is asked again, and shows what the functions answer now", async () => {
  answer = 1;
  await typeFormula();
  await office.grid.settled(2_000);
  expect(shown()).toBe(1);
  answer = 2;
  const report = granted(await recalculate());
  await office.grid.settled(2_000);
  expect(shown()).toBe(2);
  expect(report).toEqual({ sheets: 1, reentered: 0, done: true });
});

test("a KPI cell in error is entered once more, once", async () => {
  answer = "#N/A";
  await typeFormula();
  await office.grid.settled(2_000);
  expect(shown()).toBe("#N/A");
  calls = 0;
  const report = granted(await recalculate());
  await office.grid.settled(2_000);
  expect(report.reentered).toBe(1);
  expect(calls).toBeGreaterThanOrEqual(1);
  expect(calls).toBeLessThanOrEqual(2);
  answer = 7;
  granted(await recalculate());
  await office.grid.settled(2_000);
  expect(shown()).toBe(7);
});

test("a KPI call as a file spells it is entered again as one types it", async () => {
  answer = 5;
  await act(({ worksheets }) => {
    worksheets.getItem("Feuil1").getRange("B2").formulas = [['=1/0+_xldudf_KPI_CA("region")']];
  });
  await office.grid.settled(2_000);
  expect(granted(await recalculate()).reentered).toBe(1);
  const [sheet] = office.grid.sheetIds();
  const [[formula] = []] = office.grid.formulas({ sheet: sheet!, row: 1, column: 1, rows: 1, columns: 1 });
  expect(formula).toBe('=1/0+KPI.CA("region")');
});

test("an error of the user's own formulas is left alone", async () => {
  await act(({ worksheets }) => {
    worksheets.getItem("Feuil1").getRange("C3").formulas = [["=INCONNU(1)"]];
  });
  expect(granted(await recalculate()).reentered).toBe(0);
});

test("hidden data sheets are not calculated, and a protected sheet does not stop it", async () => {
  granted(await refreshWorkbook(streamed(sample({ rows: everyTable(2) }).frames), { user: "Anne" }));
  await act(({ worksheets }) => worksheets.getItem("Feuil1").protection.protect());
  office.host.resetCounters();
  expect(granted(await recalculate()).sheets).toBe(1);
  expect(office.host.counters().actions["Calculate()"]).toBe(1);
});

test("an Excel without ExcelApi 1.9 is calculated and asked for no more", async () => {
  office.dispose();
  office = await openOffice({ excelApi: "1.8" });
  expect(granted(await recalculate())).toEqual({ sheets: 1, reentered: 0, done: true });
});
