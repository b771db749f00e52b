import { typedFormula } from "../../../src/formula";
import { writeWorkbook } from "../../../src/xlsx/write";
import type { UniverGrid } from "../../../workbench/grid/univerGrid";
import { FIRST_SHEET as S } from "../../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../../workbench/grid/univerHeadless";
import { createHost, type Host } from "../../../workbench/host/host";
import { collectWorkbook } from "../../../workbench/page/collect";
import { loadModel } from "../../../workbench/page/loadModel";
import { readXlsx } from "../../../workbench/page/openXlsx";

const SETTLE_MS = 20_000;
const at = (row: number, column: number, rows = 1, columns = 1, sheet = S) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});
const opened: { grid: UniverGrid; host: Host }[] = [];

function open() {
  const grid = createHeadlessGrid();
  grid.registerCustomFunctions(["KPI.CA"], () =>
    Promise.resolve({
      value: [
        ["Nord", 5.5],
        ["Sud", 3],
      ],
    }),
  );
  const book = { grid, host: createHost(grid) };
  opened.push(book);
  return book;
}
afterEach(() => {
  for (const { grid, host } of opened.splice(0)) {
    host.dispose();
    grid.dispose();
  }
});

test("a workbook saved as a file and opened again is the same workbook", async () => {
  const { grid, host } = open();
  grid.writeFormula(S, 0, 0, '=KPI.CA("region","2024-T1")');
  grid.writeFormula(S, 0, 3, "=1/0");
  grid.writeValues(at(5, 0, 3, 2), [
    ["Mois", "CA"],
    ["=texte", -1.25],
    ["007", true],
  ]);
  grid.setFace(at(5, 0, 1, 2), { bold: true, fill: "#E2F0D9", numberFormat: "#,##0 €" });
  grid.setColumnWidth(S, 1, 1, 145);
  grid.merge(at(9, 0, 1, 3));
  grid.setFreeze(S, 1, 0);
  host.book.state(S).freeze = { rows: 1, columns: 0 };
  await grid.settled(SETTLE_MS);
  const model = collectWorkbook(grid, host);
  const file = await writeWorkbook(model);
  const again = open();
  loadModel(await readXlsx(new Uint8Array(file).buffer), again.grid, again.host);
  await again.grid.settled(SETTLE_MS);
  expect(again.grid.values(at(0, 0, 10, 5))).toEqual(grid.values(at(0, 0, 10, 5)));
  expect(again.grid.spillRange(S, 0, 0)).toMatchObject({ rows: 2, columns: 2 });
  expect(again.grid.sheetIds()).toHaveLength(1);
  expect(again.grid.formulas(at(0, 0, 1, 4))).toEqual(grid.formulas(at(0, 0, 1, 4)));
  expect(again.grid.face(S, 5, 1)).toMatchObject({ bold: true, fill: "#E2F0D9", numberFormat: "#,##0 €" });
  expect(again.grid.columnWidth(S, 1)).toBe(145);
  expect(again.grid.merges(S)).toEqual([at(9, 0, 1, 3)]);
});

test("very hidden sheets, names and order come back", async () => {
  const { grid, host } = open();
  const first = open();
  grid.writeValues(at(0, 0), [["2024-Q1"]]);
  const model = collectWorkbook(grid, host);
  const [visible] = model.sheets;
  if (!visible) throw new Error("no sheet");
  const hidden = { ...visible, name: "Vigie données", visibility: "veryHidden" as const };
  const names = [
    { name: "Vigie_Periode", refersTo: "Feuil1!$A$1" },
    { name: "Vigie_Feuille_1", refersTo: "Feuil1!$A$2", hidden: true },
  ];
  const file = await writeWorkbook({ ...model, names, sheets: [visible, hidden] });
  loadModel(await readXlsx(new Uint8Array(file).buffer), first.grid, first.host);
  const ids = first.grid.sheetIds();
  expect(ids.map((id) => [first.grid.sheetName(id), first.host.book.state(id).visibility])).toEqual([
    ["Feuil1", "Visible"],
    ["Vigie données", "VeryHidden"],
  ]);
  expect(first.grid.workbook.getHiddenWorksheets()).toEqual([]);
  expect(first.grid.names()).toEqual(names.map(({ name, refersTo }) => ({ name, refersTo })));
  expect(first.host.book.names).toMatchObject([
    { name: "Vigie_Periode", refersTo: { row: 0, column: 0 }, visible: true },
    { name: "Vigie_Feuille_1", refersTo: { row: 1, column: 0 }, visible: false },
  ]);
  expect(collectWorkbook(first.grid, first.host).names.map(({ hidden }) => hidden)).toEqual([
    undefined,
    true,
  ]);
});

test.each([
  ['_xldudf_KPI_CA("region")', 'KPI.CA("region")'],
  ["_xlfn._xlws.SORT(_xlfn.ANCHORARRAY(A1))", "SORT(A1#)"],
])("%s is typed %s", (stored, typed) => expect(typedFormula(stored)).toBe(typed));

test("a file that is no workbook is refused", async () => {
  await expect(readXlsx(new TextEncoder().encode("not a zip").buffer)).rejects.toThrow();
});
