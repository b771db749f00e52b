import type { CellScalar, CustomFunctionAnswer } from "../../../workbench/grid/contract";
import type { UniverGrid } from "../../../workbench/grid/univerGrid";
import { FIRST_SHEET as S } from "../../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../../workbench/grid/univerHeadless";

const SETTLE_MS = 10_000;
const at = (row: number, column: number, rows = 1, columns = 1) => ({ sheet: S, row, column, rows, columns });

type Args = readonly (CellScalar | readonly (readonly CellScalar[])[])[];
interface Call {
  readonly name: string;
  readonly args: Args;
  readonly address: string;
  readonly answer: (answer: CustomFunctionAnswer) => void;
}

let grid: UniverGrid;
let calls: Call[];
/** Answers by itself when set; else the test answers call by call. */
let reply: ((call: Omit<Call, "answer">) => CustomFunctionAnswer) | undefined;

beforeEach(() => {
  grid = createHeadlessGrid();
  calls = [];
  reply = undefined;
  grid.registerCustomFunctions(["KPI.CA", "KPI.TABLEAU"], (name, args, address) => {
    if (reply) {
      calls.push({ name, args, address, answer: () => undefined });
      return Promise.resolve(reply({ name, args, address }));
    }
    return new Promise((answer) => calls.push({ name, args, address, answer }));
  });
});
afterEach(() => grid.dispose());

const shown = (range: ReturnType<typeof at>) =>
  grid.values(range).map((row) => row.map((cell) => cell.value));
const write = (row: number, column: number, formula: string) =>
  expect(grid.writeFormula(S, row, column, formula)).toEqual({});

async function called(count: number): Promise<void> {
  const deadline = Date.now() + SETTLE_MS;
  while (calls.length < count) {
    if (Date.now() > deadline) throw new Error(`${calls.length} of ${count} calls came`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("calls of one calculation run in parallel; a cell shows #BUSY! until its first answer", async () => {
  for (let row = 0; row < 50; row += 1) write(row, 0, `=KPI.CA("region",${row})`);
  await called(50);
  expect(grid.values(at(0, 0))).toEqual([[{ value: "#BUSY!", isError: true }]]);
  for (const [i, call] of calls.entries()) call.answer({ value: i * 10 });
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0, 50, 1)).flat()).toEqual(calls.map((_, i) => i * 10));
  expect(calls[7]).toMatchObject({ name: "KPI.CA", args: ["region", 7], address: "Feuil1!A8" });
  expect(calls).toHaveLength(50);
});

test("a matrix spills and nests in other functions", async () => {
  reply = () => ({
    value: [
      ["Nord", 5],
      ["Sud", 3],
    ],
  });
  write(0, 0, '=KPI.CA("region","2024")');
  write(0, 4, '=SUM(kpi.ca("region","2024"))');
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0, 2, 2))).toEqual([
    ["Nord", 5],
    ["Sud", 3],
  ]);
  expect(shown(at(0, 4))).toEqual([[8]]);
});

test("omitted, blank, zero, text, boolean and range arguments can be told apart", async () => {
  reply = () => ({ value: 1 });
  grid.writeValues(at(0, 1, 3, 1), [[0], ["x"], [true]]);
  write(9, 0, '=KPI.CA(,"2024",,A1,B1,B3,A1:B2,)');
  await grid.settled(SETTLE_MS);
  expect(calls[0]?.args).toEqual([
    null,
    "2024",
    null,
    "",
    0,
    true,
    [
      ["", 0],
      ["", "x"],
    ],
    null,
  ]);
});

test("names as arguments follow their cells", async () => {
  reply = ({ args }) => ({ value: `${String(args[1])}/${String(args[4])}` });
  grid.writeValues(at(0, 0, 1, 2), [["2024-Q1", "Nord"]]);
  grid.setName("Vigie_Periode", "Feuil1!$A$1");
  grid.setName("Vigie_Region", "Feuil1!$B$1");
  write(5, 0, '=KPI.CA(,Vigie_Periode,,"region",Vigie_Region)');
  await grid.settled(SETTLE_MS);
  expect(shown(at(5, 0))).toEqual([["2024-Q1/Nord"]]);
  grid.writeValues(at(0, 0), [["2024-Q2"]]);
  await grid.settled(SETTLE_MS);
  expect(shown(at(5, 0))).toEqual([["2024-Q2/Nord"]]);
  grid.writeValues(at(0, 1), [[null]]);
  await grid.settled(SETTLE_MS);
  expect(shown(at(5, 0))).toEqual([["2024-Q2/"]]);
});

test("a recalculation asks again and keeps the old value until the new one is there", async () => {
  write(0, 0, '=KPI.CA("region","2024")');
  await called(1);
  calls[0]?.answer({ value: [[1], [2]] });
  await grid.settled(SETTLE_MS);
  const seen: CellScalar[] = [];
  grid.recalculate();
  await called(2);
  for (let i = 0; i < 20; i += 1) {
    seen.push(shown(at(0, 0))[0]?.[0] ?? null, shown(at(1, 0))[0]?.[0] ?? null);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(new Set(seen)).toEqual(new Set([1, 2]));
  calls[1]?.answer({ value: [[3], [4], [5]] });
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0, 3, 1))).toEqual([[3], [4], [5]]);
  expect(calls).toHaveLength(2);
});

test("changed arguments keep the old value until the new answer", async () => {
  grid.writeValues(at(0, 0), [["2024"]]);
  write(1, 0, '=KPI.CA("region",A1)+KPI.CA("secteur",A1)');
  await called(2);
  calls[0]?.answer({ value: 10 });
  calls[1]?.answer({ value: 5 });
  await grid.settled(SETTLE_MS);
  expect(shown(at(1, 0))).toEqual([[15]]);
  grid.writeValues(at(0, 0), [["2025"]]);
  await called(4);
  expect(shown(at(1, 0))).toEqual([[15]]);
  calls[2]?.answer({ value: 100 });
  calls[3]?.answer({ value: 1 });
  await grid.settled(SETTLE_MS);
  expect(shown(at(1, 0))).toEqual([[101]]);
  expect(calls).toHaveLength(4);
});

test("a cell whose questions are answered one after the other asks each of them once", async () => {
  write(0, 0, '=KPI.CA("region",B1)+KPI.TABLEAU("region",B1)');
  await called(2);
  calls[0]?.answer({ value: 10 });
  await expect(grid.settled(300)).rejects.toThrow("did not settle");
  calls[1]?.answer({ value: 5 });
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0))).toEqual([[15]]);
  expect(calls).toHaveLength(2);
});

test("a cell that depends on an answer does not ask again for its own", async () => {
  write(0, 0, '=KPI.CA("region",B1)');
  write(1, 0, '=A1+KPI.TABLEAU("region",B1)');
  await called(2);
  calls[1]?.answer({ value: 5 });
  await expect(grid.settled(300)).rejects.toThrow("did not settle");
  calls[0]?.answer({ value: 10 });
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0, 2, 1))).toEqual([[10], [15]]);
  expect(calls).toHaveLength(2);
});

test.each([
  ["the workbook", undefined],
  ["its sheet", S],
])("recalculating %s does not show an answer that was under way before", async (_, sheet) => {
  write(0, 0, '=KPI.CA("region","2024")');
  await called(1);
  grid.recalculate(sheet);
  await called(2);
  calls[0]?.answer({ value: "before" });
  calls[1]?.answer({ value: "after" });
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0))).toEqual([["after"]]);
});

test("an error shows its name, keeps its sentence, and does not stop others", async () => {
  reply = ({ args }) =>
    args[0] === "bad" ? { error: "#VALUE!", message: "Axes possibles : région, secteur" } : { value: 7 };
  write(0, 0, '=KPI.CA("bad")');
  write(1, 0, '=KPI.CA("good")');
  write(2, 0, "=KPI.CA(1/0)");
  await grid.settled(SETTLE_MS);
  expect(grid.values(at(0, 0, 3, 1))).toEqual([
    [{ value: "#VALUE!", isError: true }],
    [{ value: 7, isError: false }],
    [{ value: "#DIV/0!", isError: true }],
  ]);
  expect(grid.errorMessage?.(S, 0, 0)).toBe("Axes possibles : région, secteur");
  expect(grid.errorMessage?.(S, 1, 0)).toBeUndefined();
  grid.writeValues(at(0, 0), [[1]]);
  expect(grid.errorMessage?.(S, 0, 0)).toBeUndefined();
});

test("a runner that rejects is a #VALUE! with its reason", async () => {
  grid.registerCustomFunctions(["KPI.PANNE"], () => Promise.reject(new Error("hors service")));
  write(0, 0, "=KPI.PANNE()");
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0))).toEqual([["#VALUE!"]]);
  expect(grid.errorMessage?.(S, 0, 0)).toBe("hors service");
});

test("formulas written before their function is registered answer once it is", async () => {
  write(0, 0, "=KPI.PLUSTARD(2)");
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0))).toEqual([["#NAME?"]]);
  grid.registerCustomFunctions(["KPI.PLUSTARD"], (_, args) =>
    Promise.resolve({ value: Number(args[0]) * 2 }),
  );
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0))).toEqual([[4]]);
});

test("settled() gives up in time when an answer never comes", async () => {
  write(0, 0, '=KPI.CA("never")');
  await expect(grid.settled(300)).rejects.toThrow("did not settle");
});

test("a custom function's answer that meets a full cell is #SPILL!", async () => {
  reply = () => ({ value: [[1], [2]] });
  grid.writeValues(at(1, 0), [["full"]]);
  write(0, 0, '=KPI.TABLEAU("CA")');
  await grid.settled(SETTLE_MS);
  expect(shown(at(0, 0, 2, 1))).toEqual([["#SPILL!"], ["full"]]);
});
