import type { Scalar } from "../../src/formula";
import { respill } from "../../src/workbook";
import { EMPTY_SHEET, type FormulaModel, type SheetModel } from "../../src/xlsx/model";
import { SPILLS_SHEET, spillsSheet } from "../../src/xlsx/spills";
import type { UniverGrid } from "../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../workbench/grid/univerHeadless";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { loadModel } from "../../workbench/page/loadModel";
import { act, granted, refusal, sheetNames } from "./office";

const SETTLE_MS = 20_000;
const ANSWER: Scalar[][] = [
  ["Nord", 5.5],
  ["Sud", 3],
  ["Ouest", 2],
];
const FORMULA: FormulaModel = { row: 2, column: 1, formula: 'KPI.CA("region")', values: ANSWER };

let office: OpenedOffice;
let grid: UniverGrid;

beforeEach(async () => {
  grid = createHeadlessGrid();
  grid.registerCustomFunctions(["KPI.CA"], () => Promise.resolve({ value: ANSWER }));
  office = await openOffice({ grid });
});
afterEach(() => {
  office.dispose();
  grid.dispose();
});

/** Opens a plain file as Excel does: formulas, the answers they would spill over as values, and the list. */
async function openFile(names: readonly string[] = ["Ventes"]): Promise<void> {
  const sheets = names.map(
    (name): SheetModel => ({
      ...EMPTY_SHEET,
      name,
      visibility: "visible",
      formulas: [FORMULA],
      blocks: [{ row: 2, column: 1, values: ANSWER }],
    }),
  );
  const model = { title: "", sheets: [...sheets, spillsSheet(sheets)!], names: [], activeSheet: 0 };
  loadModel(model, grid, office.host);
  await grid.settled(SETTLE_MS);
}

const idOf = (name: string) => grid.sheetIds().find((id) => grid.sheetName(id) === name)!;
async function shown(name = "Ventes", row = 2) {
  await grid.settled(SETTLE_MS);
  const cells = grid.values({ sheet: idOf(name), row, column: 1, rows: 3, columns: 2 });
  return cells.map((line) => line.map(({ value }) => value));
}
const revive = async () => granted(await respill());

test("a file's formulas spill again, and the list goes", async () => {
  await openFile(["Ventes", "Chiffre d'affaires"]);
  expect((await shown())[0]?.[0]).toBe("#SPILL!");
  office.host.resetCounters();
  expect(await revive()).toEqual({ revived: 2, left: 0 });
  expect(office.host.counters().syncs).toBe(3);
  for (const name of ["Ventes", "Chiffre d'affaires"]) {
    expect(await shown(name)).toEqual(ANSWER);
    expect(grid.spillRange(idOf(name), 2, 1)).toMatchObject({ rows: 3, columns: 2 });
  }
  expect(sheetNames(office.host)).toEqual(["Ventes", "Chiffre d'affaires"]);
});

test("the @ that Excel put before a formula goes", async () => {
  await openFile();
  await act(({ worksheets }) => {
    worksheets.getItem("Ventes").getRange("B3").formulas = [['=@KPI.CA("region")']];
  });
  expect(await revive()).toEqual({ revived: 1, left: 0 });
  expect(await shown()).toEqual(ANSWER);
  const cell = { sheet: idOf("Ventes"), row: 2, column: 1, rows: 1, columns: 1 };
  expect(grid.formulas(cell)).toEqual([['=KPI.CA("region")']]);
});

test("a workbook without a list costs one request and is not touched", async () => {
  office.host.resetCounters();
  expect(await revive()).toEqual({ revived: 0, left: 0 });
  expect(office.host.counters().syncs).toBe(1);
});

test("a protected sheet waits for the next time", async () => {
  await openFile(["Ventes", "Fermée"]);
  await act(({ worksheets }) => worksheets.getItem("Fermée").protection.protect());
  expect(await revive()).toEqual({ revived: 1, left: 1 });
  expect(await shown()).toEqual(ANSWER);
  expect(await revive()).toEqual({ revived: 0, left: 1 });
  await act(({ worksheets }) => worksheets.getItem("Fermée").protection.unprotect());
  expect(await revive()).toEqual({ revived: 1, left: 0 });
  expect(await shown("Fermée")).toEqual(ANSWER);
  expect(sheetNames(office.host)).not.toContain(SPILLS_SHEET);
});

test("a workbook whose structure is protected keeps an empty list", async () => {
  await openFile();
  await act(({ protection }) => protection.protect());
  expect(await revive()).toEqual({ revived: 1, left: 0 });
  expect(await shown()).toEqual(ANSWER);
  expect(sheetNames(office.host)).toContain(SPILLS_SHEET);
  expect(await revive()).toEqual({ revived: 0, left: 0 });
});

test("a sheet that was deleted is passed over", async () => {
  await openFile(["Ventes", "Partie"]);
  await act(({ worksheets }) => worksheets.getItem("Partie").delete());
  expect(await revive()).toMatchObject({ revived: 1 });
  expect(await shown()).toEqual(ANSWER);
});

test.each<[string, string, (workbook: Excel.Workbook) => void, Scalar[]]>([
  [
    "a cell whose formula is another by now",
    "B3",
    ({ worksheets }) => {
      worksheets.getItem("Ventes").getRange("B3").formulas = [["=1+1"]];
    },
    [2, 5.5, "Sud", 3],
  ],
  [
    "a cell that holds a value by now",
    "B3",
    ({ worksheets }) => {
      worksheets.getItem("Ventes").getRange("B3").values = [["à moi"]];
    },
    ["à moi", 5.5, "Sud", 3],
  ],
  [
    "a formula somebody wrote where it would spill",
    "B4",
    ({ worksheets }) => {
      worksheets.getItem("Ventes").getRange("B4").formulas = [["=1+1"]];
    },
    ["#SPILL!", 5.5, 2, 3],
  ],
])("%s is left alone, its neighbours too", async (_what, _where, deed, expected) => {
  await openFile();
  await act(deed);
  expect(await revive()).toEqual({ revived: 0, left: 0 });
  const cells = await shown();
  expect(cells.slice(0, 2).flat()).toEqual(expected);
  expect(sheetNames(office.host)).not.toContain(SPILLS_SHEET);
});

test("what Excel refuses on the way is a failure, and the next time makes it good", async () => {
  await openFile();
  office.host.faults.failSync(3, { kind: "error", code: "AccessDenied" });
  expect(refusal(await respill())).toBe("workbook-protected");
  office.host.faults.clear();
  expect(await revive()).toEqual({ revived: 1, left: 0 });
  expect(await shown()).toEqual(ANSWER);
});

test("a list that somebody wrote into is read as far as it can be", async () => {
  await openFile();
  await act(({ worksheets }) => {
    worksheets.getItem(SPILLS_SHEET).getRange("A2:B4").values = [
      ["n'importe quoi", 7],
      ["", ""],
      [12, "=1+1"],
    ];
  });
  expect(await revive()).toEqual({ revived: 1, left: 0 });
  expect(await shown()).toEqual(ANSWER);
});

test("rows inserted above and a sheet renamed: the formulas are found where they are", async () => {
  await openFile(["Ventes", "Chiffre d'affaires"]);
  await act(({ worksheets }) => {
    worksheets.getItem("Ventes").getRange("1:2").insert("Down");
    worksheets.getItem("Chiffre d'affaires").name = "Mon CA";
  });
  await grid.settled(SETTLE_MS);
  expect(await revive()).toEqual({ revived: 2, left: 0 });
  expect(await shown("Ventes", 4)).toEqual(ANSWER);
  expect(await shown("Mon CA")).toEqual(ANSWER);
});
