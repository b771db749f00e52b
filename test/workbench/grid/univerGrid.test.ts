import type { UniverGrid } from "../../../workbench/grid/univerGrid";
import { FIRST_SHEET as S } from "../../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../../workbench/grid/univerHeadless";

const SETTLE_MS = 10_000;
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

const plain = (range: ReturnType<typeof at>) =>
  grid.values(range).map((row) => row.map((cell) => cell.value));

async function write(address: readonly [number, number], formula: string): Promise<void> {
  expect(grid.writeFormula(S, address[0], address[1], formula)).toEqual({});
  await grid.settled(SETTLE_MS);
}

test("a formula that answers with a matrix spills, and its cells read as values", async () => {
  await write([0, 0], "=SEQUENCE(3,2)");
  expect(plain(at(0, 0, 3, 2))).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(grid.formulas(at(0, 0, 2, 1))).toEqual([["=SEQUENCE(3,2)"], [3]]);
  expect(grid.spillRange(S, 0, 0)).toEqual(at(0, 0, 3, 2));
  expect(grid.usedRange(S, true)).toEqual(at(0, 0, 3, 2));
});

test("a value in the way gives #SPILL!, and taking it away spills again", async () => {
  await write([0, 0], "=SEQUENCE(3)");
  grid.writeValues(at(1, 0), [["in the way"]]);
  await grid.settled(SETTLE_MS);
  expect(grid.values(at(0, 0, 3, 1))).toEqual([
    [{ value: "#SPILL!", isError: true }],
    [{ value: "in the way", isError: false }],
    [{ value: null, isError: false }],
  ]);
  expect(grid.spillRange(S, 0, 0)).toBeUndefined();
  grid.writeValues(at(1, 0), [[null]]);
  await grid.settled(SETTLE_MS);
  expect(plain(at(0, 0, 3, 1))).toEqual([[1], [2], [3]]);
});

test("a spill that shrinks leaves nothing behind", async () => {
  grid.writeValues(at(0, 3), [[4]]);
  await write([0, 0], "=SEQUENCE(D1)");
  expect(plain(at(0, 0, 5, 1))).toEqual([[1], [2], [3], [4], [null]]);
  grid.writeValues(at(0, 3), [[2]]);
  await grid.settled(SETTLE_MS);
  expect(plain(at(0, 0, 5, 1))).toEqual([[1], [2], [null], [null], [null]]);
});

test.each([
  ["=1/0", "#DIV/0!"],
  ["=NA()", "#N/A"],
  ['="a"+1', "#VALUE!"],
  ["=NOSUCHFUNCTION(1)", "#NAME?"],
])("%s shows %s", async (formula, error) => {
  await write([0, 0], formula);
  expect(grid.values(at(0, 0))).toEqual([[{ value: error, isError: true }]]);
});

test("types survive: text that looks like a number, booleans, an empty text, a formula's look", () => {
  grid.writeValues(at(0, 0, 1, 5), [["007", true, false, 1.5, "=1+1"]]);
  expect(plain(at(0, 0, 1, 5))).toEqual([["007", true, false, 1.5, "=1+1"]]);
  expect(grid.formulas(at(0, 4))).toEqual([["=1+1"]]);
});

test("undefined leaves a cell as it is and null empties it", () => {
  grid.writeValues(at(0, 0, 1, 3), [[1, 2, 3]]);
  grid.writeValues(at(0, 0, 1, 3), [[undefined, null, 9]]);
  expect(plain(at(0, 0, 1, 3))).toEqual([[1, null, 9]]);
});

test("a formula that cannot be read is refused and the engine goes on", async () => {
  grid.writeValues(at(5, 0), [["kept"]]);
  const refused = ["=SUM(", "=1+*2)(", '="abc'].map((formula) => grid.writeFormula(S, 5, 0, formula).error);
  expect(refused.every((error) => typeof error === "string")).toBe(true);
  expect(plain(at(5, 0))).toEqual([["kept"]]);
  await write([6, 0], "=1+1");
  expect(plain(at(6, 0))).toEqual([[2]]);
});

test("names point at cells, follow inserted rows, and drive formulas", async () => {
  grid.writeValues(at(1, 1), [["2024-Q1"]]);
  grid.setName("Vigie_Periode", "Feuil1!$B$2");
  await write([5, 0], '=Vigie_Periode&"!"');
  expect(plain(at(5, 0))).toEqual([["2024-Q1!"]]);
  grid.insertRows(S, 0, 2);
  await grid.settled(SETTLE_MS);
  expect(plain(at(3, 1))).toEqual([["2024-Q1"]]);
  grid.writeValues(at(3, 1), [["2024-Q2"]]);
  await grid.settled(SETTLE_MS);
  expect(plain(at(7, 0))).toEqual([["2024-Q2!"]]);
  grid.removeName("Vigie_Periode");
  await grid.settled(SETTLE_MS);
  expect(grid.values(at(7, 0))).toEqual([[{ value: "#NAME?", isError: true }]]);
});

test("rows and columns inserted and deleted move the references of formulas, on a sheet that is not in front too", async () => {
  grid.addSheet("other", "Autre feuille", 1);
  grid.writeValues(at(2, 0, 1, 1, "other"), [[7]]);
  grid.writeFormula("other", 9, 0, "=A3*2");
  await write([0, 0], "='Autre feuille'!A3");
  grid.deleteRows("other", 0, 1);
  grid.insertColumns("other", 0, 1);
  await grid.settled(SETTLE_MS);
  expect(grid.formulas(at(8, 1, 1, 1, "other"))).toEqual([["=B2*2"]]);
  expect(plain(at(8, 1, 1, 1, "other"))).toEqual([[14]]);
  expect(grid.formulas(at(0, 0))).toEqual([["='Autre feuille'!B2"]]);
  expect(plain(at(0, 0))).toEqual([[7]]);
  expect(grid.activeSheet()).toBe(S);
});
