import type { UniverGrid } from "../../../workbench/grid/univerGrid";
import { FIRST_SHEET as S } from "../../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../../workbench/grid/univerHeadless";
import { COLUMNS, ROWS } from "../../../workbench/grid/univerSheets";

const SETTLE_MS = 20_000;
const at = (row: number, column: number, rows = 1, columns = 1, sheet = S) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});

let grid: UniverGrid;
beforeEach(() => {
  grid = createHeadlessGrid();
});
afterEach(() => grid.dispose());

describe("sheets", () => {
  test("are added without coming to the front, renamed under their id, moved, hidden, removed", () => {
    grid.addSheet("data", "Données", 1);
    grid.addSheet("more", "Plus", 1);
    expect(grid.activeSheet()).toBe(S);
    expect(grid.sheetIds()).toEqual([S, "more", "data"]);
    grid.renameSheet("data", "Base");
    grid.moveSheet("data", 0);
    expect(grid.sheetIds().map(grid.sheetName)).toEqual(["Base", "Feuil1", "Plus"]);
    grid.setSheetHidden("data", true, true);
    grid.setSheetHidden("more", true);
    expect(grid.workbook.getHiddenWorksheets()).toEqual(["more"]);
    grid.setSheetHidden("data", false);
    grid.activateSheet("data");
    expect(grid.activeSheet()).toBe("data");
    grid.removeSheet("more");
    expect(grid.sheetIds()).toEqual(["data", S]);
  });

  test("have Excel's size, and keep it when rows come and go", () => {
    grid.writeValues(at(ROWS - 1, COLUMNS - 1), [["corner"]]);
    expect(grid.usedRange(S, true)).toEqual(at(ROWS - 1, COLUMNS - 1));
    grid.clear(at(ROWS - 1, COLUMNS - 1), "all");
    grid.insertRows(S, 3, 5);
    grid.deleteColumns(S, 3, 5);
    expect(grid.workbook.getSheetBySheetId(S)?.getRowCount()).toBe(ROWS);
    expect(grid.workbook.getSheetBySheetId(S)?.getColumnCount()).toBe(COLUMNS);
  });

  test("a formula follows a renamed sheet", async () => {
    grid.addSheet("data", "Données", 1);
    grid.writeValues(at(0, 0, 1, 1, "data"), [[3]]);
    grid.writeFormula(S, 0, 0, "='Données'!A1+1");
    await grid.settled(SETTLE_MS);
    grid.renameSheet("data", "Mes données");
    await grid.settled(SETTLE_MS);
    expect(grid.formulas(at(0, 0))).toEqual([["='Mes données'!A1+1"]]);
    expect(grid.values(at(0, 0))[0]?.[0]?.value).toBe(4);
  });
});

describe("looks", () => {
  test("a face is kept, added to, and taken back", () => {
    grid.setFace(at(0, 0, 2, 2), { bold: true, numberFormat: "#,##0 €", fill: "#FFEECC" });
    grid.setFace(at(0, 0), { color: "#112233", horizontalAlignment: "Center", verticalAlignment: "Bottom" });
    expect(grid.face(S, 0, 0)).toEqual({
      bold: true,
      numberFormat: "#,##0 €",
      fill: "#FFEECC",
      color: "#112233",
      horizontalAlignment: "Center",
      verticalAlignment: "Bottom",
    });
    expect(grid.face(S, 1, 1)).toEqual({ bold: true, numberFormat: "#,##0 €", fill: "#FFEECC" });
    grid.setFace(at(0, 0), { bold: false, numberFormat: "General" });
    expect(grid.face(S, 0, 0)).toMatchObject({ bold: false });
    expect(grid.face(S, 0, 0).numberFormat).toBeUndefined();
  });

  test("a number format does not change the value that is read", () => {
    grid.writeValues(at(0, 0), [[1234.5]]);
    grid.setFace(at(0, 0), { numberFormat: "#,##0.00 €" });
    expect(grid.values(at(0, 0))).toEqual([[{ value: 1234.5, isError: false }]]);
  });

  test("borders frame a range, a whole column carries a face without a cell in it", () => {
    grid.setFace(at(1, 1, 2, 2), { borders: { EdgeBottom: "#FF0000" } });
    expect(grid.face(S, 2, 1).borders).toEqual({ EdgeBottom: "#FF0000" });
    expect(grid.face(S, 1, 1).borders).toBeUndefined();
    grid.setFace(at(0, 5, ROWS, 1), { numberFormat: "@" });
    expect(grid.face(S, 99_999, 5).numberFormat).toBe("@");
    expect(grid.usedRange(S, true)).toBeUndefined();
  });

  test("sizes, merges, freeze, gridlines", () => {
    grid.setColumnWidth(S, 1, 2, 133);
    grid.setRowHeight(S, 4, 1, 41);
    expect([grid.columnWidth(S, 1), grid.columnWidth(S, 2), grid.rowHeight(S, 4)]).toEqual([133, 133, 41]);
    grid.merge(at(0, 0, 1, 3));
    expect(grid.merges(S)).toEqual([at(0, 0, 1, 3)]);
    grid.unmerge(at(0, 0, 1, 3));
    expect(grid.merges(S)).toEqual([]);
    grid.setFreeze(S, 2, 1);
    grid.setGridlines(S, false);
    const config = grid.workbook.getSheetBySheetId(S)?.getConfig();
    expect(config?.freeze).toEqual({ startRow: 2, startColumn: 1, ySplit: 2, xSplit: 1 });
    expect(config?.showGridlines).toBe(0);
  });
});

test("conditional formats come, are replaced, and go", () => {
  const format = { id: "tier-alert", range: at(0, 0, 9, 1), formula: '=$A1="Alerte"', fill: "#FDE7E9" };
  grid.setConditionalFormat(format);
  grid.setConditionalFormat({ ...format, fill: "#FF0000" });
  grid.setConditionalFormat({
    id: "negative",
    range: at(0, 1),
    cellValue: { operator: "LessThan", formula1: "=0" },
    color: "#C00",
  });
  expect([...grid.conditionalFormatIds(S)].sort()).toEqual(["negative", "tier-alert"]);
  grid.removeConditionalFormat(S, "tier-alert");
  expect(grid.conditionalFormatIds(S)).toEqual(["negative"]);
});

test("a validation list is set, replaced and cleared", async () => {
  const rules = async () => {
    const data = grid.save().workbook as { resources?: { name: string; data: string }[] };
    const plugin = data.resources?.find((each) => each.name === "SHEET_DATA_VALIDATION_PLUGIN");
    return Object.values(JSON.parse(plugin?.data ?? "{}") as Record<string, { formula1: string }[]>).flat();
  };
  grid.setValidationList({ range: at(0, 0), items: ["2024-Q1", "2024-Q2"], strict: true });
  grid.setValidationList({ range: at(0, 0), items: { formula: "=$D$1:$D$5" }, strict: false });
  expect(await rules()).toMatchObject([{ formula1: "=$D$1:$D$5" }]);
  grid.clearValidation(at(0, 0));
  expect(await rules()).toEqual([]);
});

test("100,000 rows of 12 columns are written, read, counted by a formula, and cleared", async () => {
  const rows = Array.from({ length: 100_000 }, (_, r) =>
    Array.from({ length: 12 }, (__, c) => (c === 0 ? `=ligne ${r}` : r * c)),
  );
  grid.addSheet("data", "Données", 1);
  grid.writeFormula(S, 0, 0, "=SUM('Données'!B1:B100000)");
  grid.setFace(at(0, 0, 100_000, 1, "data"), { numberFormat: "@" });
  grid.writeValues(at(0, 0, 100_000, 12, "data"), rows);
  await grid.settled(SETTLE_MS);
  expect(grid.values(at(99_999, 0, 1, 3, "data"))).toEqual([
    [
      { value: "=ligne 99999", isError: false },
      { value: 99_999, isError: false },
      { value: 199_998, isError: false },
    ],
  ]);
  expect(grid.face("data", 4, 0).numberFormat).toBe("@");
  expect(grid.values(at(0, 0))[0]?.[0]?.value).toBe((99_999 * 100_000) / 2);
  expect(grid.usedRange("data", true)).toEqual(at(0, 0, 100_000, 12, "data"));
  grid.clear(at(0, 0, ROWS, COLUMNS, "data"), "contents");
  await grid.settled(SETTLE_MS);
  expect(grid.usedRange("data", true)).toBeUndefined();
  expect(grid.values(at(0, 0))[0]?.[0]?.value).toBe(0);
});

test("a saved workbook comes back: values, formulas, names, formats, hidden sheets, charts", async () => {
  grid.writeValues(at(0, 0, 1, 2), [[2, "texte"]]);
  grid.writeFormula(S, 1, 0, "=SEQUENCE(2)*Base");
  grid.setName("Base", "Feuil1!$A$1");
  grid.addSheet("secret", "Secret", 1);
  grid.setSheetHidden("secret", true, true);
  grid.setFace(at(0, 0), { bold: true });
  grid.setConditionalFormat({ id: "c", range: at(0, 0), formula: "=$A1>1", fill: "#00FF00" });
  grid.setChart({
    id: "ch",
    sheet: S,
    name: "G",
    title: "T",
    type: "Line",
    data: at(0, 0, 2, 2),
    seriesBy: "Auto",
    left: 0,
    top: 0,
    width: 9,
    height: 9,
  });
  await grid.settled(SETTLE_MS);
  const snapshot = JSON.parse(JSON.stringify(grid.save())) as ReturnType<UniverGrid["save"]>;
  const again = createHeadlessGrid(snapshot);
  await again.settled(SETTLE_MS);
  expect(again.values(at(0, 0, 3, 2)).map((row) => row.map((cell) => cell.value))).toEqual([
    [2, "texte"],
    [2, null],
    [4, null],
  ]);
  expect(again.names()).toEqual([{ name: "Base", refersTo: "Feuil1!$A$1" }]);
  expect(again.sheetIds()).toEqual([S, "secret"]);
  expect(again.workbook.getHiddenWorksheets()).toEqual([]);
  expect(again.face(S, 0, 0)).toEqual({ bold: true });
  expect(again.conditionalFormatIds(S)).toEqual(["c"]);
  expect(again.charts()).toMatchObject([{ id: "ch", title: "T" }]);
  again.removeConditionalFormat(S, "c");
  expect(again.conditionalFormatIds(S)).toEqual([]);
  again.dispose();
});

test("listeners hear of values, selection and sheets; the adapter's own writes are marked", async () => {
  const heard: unknown[] = [];
  const stop = grid.onCellsChanged((range, bySelf) => heard.push([range, bySelf]));
  grid.onSelectionChanged((range) => heard.push(range));
  grid.writeValues(at(0, 0, 1, 2), [[1, 2]]);
  grid.writeFormula(S, 4, 0, "=A1");
  await grid.settled(SETTLE_MS);
  grid.select(at(2, 2, 2, 1));
  expect(heard).toEqual([[at(0, 0, 1, 2), true], [at(4, 0), true], at(2, 2, 2, 1)]);
  expect(grid.selection()).toEqual(at(2, 2, 2, 1));
  stop();
  grid.writeValues(at(0, 0), [[5]]);
  expect(heard).toHaveLength(3);
});
