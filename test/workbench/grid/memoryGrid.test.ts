import fc from "fast-check";
import type { CellScalar } from "../../../workbench/grid/contract";
import { MemoryGrid } from "../../../workbench/grid/memoryGrid";
import { shifted } from "../../../workbench/grid/shifted";

const grid = () => {
  const made = new MemoryGrid();
  const sheet = made.activeSheet();
  const at = (row: number, column: number, rows = 1, columns = 1) => ({ sheet, row, column, rows, columns });
  const shown = (...range: [number, number, number?, number?]) =>
    made.values(at(...range)).map((row) => row.map((cell) => cell.value));
  return { made, sheet, at, shown };
};

test("a range follows inserted and deleted rows", () => {
  const range = { row: 4, column: 0, rows: 3, columns: 1 };
  expect(shifted(range, "row", 2, 2)).toMatchObject({ row: 6, rows: 3 });
  expect(shifted(range, "row", 5, 2)).toMatchObject({ row: 4, rows: 5 });
  expect(shifted(range, "row", 7, 2)).toMatchObject({ row: 4, rows: 3 });
  expect(shifted(range, "row", 3, -2)).toMatchObject({ row: 3, rows: 2 });
  expect(shifted(range, "row", 0, -2)).toMatchObject({ row: 2, rows: 3 });
  expect(shifted(range, "row", 4, -3)).toBeUndefined();
});

test("values written are read back, undefined leaves, null clears", () => {
  const { made, at, shown } = grid();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), {
        minLength: 3,
        maxLength: 3,
      }),
      (row) => {
        made.writeValues(at(0, 0, 1, 3), [row as CellScalar[]]);
        made.writeValues(at(0, 0, 1, 3), [[undefined, undefined, null]]);
        expect(shown(0, 0, 1, 3)).toEqual([[row[0], row[1], null]]);
      },
    ),
  );
});

test("what spills is cleared with its formula, and a value put in its way breaks it", async () => {
  const { made, sheet, at, shown } = grid();
  made.registerCustomFunctions(["KPI.T"], async () => ({
    value: [
      [1, 2],
      [3, 4],
    ],
  }));
  made.writeFormula(sheet, 0, 0, "=KPI.T()");
  await made.settled(1000);
  expect(made.spillRange(sheet, 0, 0)).toEqual(at(0, 0, 2, 2));
  expect(made.usedRange(sheet, true)).toEqual(at(0, 0, 2, 2));
  made.writeValues(at(1, 1), [["x"]]);
  expect(shown(0, 0, 2, 2)).toEqual([
    ["#SPILL!", null],
    [null, "x"],
  ]);
  made.writeFormula(sheet, 4, 0, "=KPI.T()");
  await made.settled(1000);
  made.clear(at(4, 0), "contents");
  expect(shown(4, 0, 2, 2)).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("a formula that does not parse is refused, one it cannot calculate is #NAME?", () => {
  const { made, sheet, shown } = grid();
  expect(made.writeFormula(sheet, 0, 0, "=SUM(").error).toBeDefined();
  expect(shown(0, 0)).toEqual([[null]]);
  expect(made.writeFormula(sheet, 0, 0, "=VLOOKUP(A2,A2:B3,2)").error).toBeUndefined();
  expect(made.writeFormula(sheet, 0, 1, "=SUM({1,2})").error).toBeUndefined();
  expect(shown(0, 0, 1, 2)).toEqual([["#NAME?", "#NAME?"]]);
});

test("formulas around custom functions are calculated, errors in their own cells, and again when a cell changes", async () => {
  const { made, sheet, at, shown } = grid();
  made.registerCustomFunctions(["KPI.X"], async (_, [factor]) => ({ value: [[Number(factor)], [0]] }));
  made.setName("Taux", "Feuil1!$D$1:$D$1");
  made.writeValues(at(0, 3), [[2]]);
  made.writeFormula(sheet, 0, 0, "=ROUND(10/KPI.X(Taux),1)");
  made.writeFormula(sheet, 0, 1, "=SUM(IFERROR(A1#,1))+MAX(D:D)");
  await made.settled(1000);
  expect(shown(0, 0, 2, 2)).toEqual([
    [5, 8],
    ["#DIV/0!", null],
  ]);
  made.writeValues(at(0, 3), [[4]]);
  await made.settled(1000);
  expect(shown(0, 0, 1, 2)).toEqual([[2.5, 7.5]]);
});

test("a circle of references ends", () => {
  const { made, sheet } = grid();
  made.writeFormula(sheet, 0, 0, "=B1");
  made.writeFormula(sheet, 0, 1, "=A1");
  expect(made.formulas({ sheet, row: 0, column: 0, rows: 1, columns: 2 })).toEqual([["=B1", "=A1"]]);
});

test("a function that never answers makes settling end with an error", async () => {
  const { made, sheet } = grid();
  made.registerCustomFunctions(["KPI.LENT"], () => new Promise(() => {}));
  made.writeFormula(sheet, 0, 0, "=KPI.LENT()");
  await expect(made.settled(20)).rejects.toThrow("20 ms");
});

test("faces lie over one another, cleared ones show nothing", () => {
  const { made, sheet, at } = grid();
  made.setFace(at(0, 0, 10, 10), { fill: "#FF0000", bold: true });
  made.setFace(at(1, 1), { fill: "#00FF00" });
  expect(made.face(sheet, 1, 1)).toMatchObject({ fill: "#00FF00", bold: true });
  made.clear(at(1, 1), "formats");
  expect(made.face(sheet, 1, 1)).not.toMatchObject({ bold: true });
  expect(made.face(sheet, 0, 0)).toMatchObject({ bold: true });
});
