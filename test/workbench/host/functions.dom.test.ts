import type { MemoryGrid } from "../../../workbench/grid/memoryGrid";
import type { FunctionsMetadata } from "../../../workbench/host/customFunctions";
import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";

const declared = (id: string, parameters: object[], options: object = {}) => ({
  id,
  name: id,
  parameters,
  options,
});
const text = (name: string, more: object = {}) => ({ name, type: "string", ...more });

const METADATA = {
  functions: [
    declared("CA", [text("axe"), text("periode", { optional: true })]),
    declared("TOTAL", [{ name: "cells", dimensionality: "matrix" }]),
    declared("SOMME", [{ name: "parts", repeating: true }]),
    declared("LENT", []),
    declared("ECHEC", [text("how")]),
    declared("HORLOGE", [], { stream: true }),
  ],
} as FunctionsMetadata;

/** The library's own object; the published types know it in one file of the add-in only. */
interface FunctionsRuntime {
  associate(id: string, run: (...args: never[]) => unknown): void;
  readonly Error: new (code: string, message?: string) => object;
  readonly ErrorCode: Readonly<Record<"notAvailable" | "divisionByZero" | "invalidValue", string>>;
}
const runtime = () => (globalThis as unknown as { CustomFunctions: FunctionsRuntime }).CustomFunctions;

let office: OpenedOffice;
const calls: unknown[][] = [];

const answer = async (formula: string, milliseconds = 3000) => {
  const sheet = office.grid.activeSheet();
  office.grid.writeFormula(sheet, 0, 0, formula);
  await office.grid.settled(milliseconds);
  return office.grid
    .values({ sheet, row: 0, column: 0, rows: 2, columns: 2 })
    .map((row) => row.map((cell) => cell.value));
};

beforeEach(async () => {
  calls.length = 0;
  office = await openOffice({ functionTimeoutMs: 400 });
  runtime().associate("CA", (...args: unknown[]) => {
    calls.push(args.slice(0, -1));
    return [
      ["Nord", 12],
      ["Sud", 8],
    ];
  });
  runtime().associate("TOTAL", (cells: number[][]) => cells.flat().reduce((sum, value) => sum + value, 0));
  runtime().associate("SOMME", (parts: number[]) => parts.reduce((sum, value) => sum + value, 0));
  runtime().associate("LENT", () => new Promise(() => {}));
  runtime().associate("ECHEC", (how: string) => {
    if (how === "throw") throw new Error("cassé");
    if (how === "na") throw new (runtime().Error)(runtime().ErrorCode.notAvailable, "Membre inconnu");
    if (how === "returned") return new (runtime().Error)(runtime().ErrorCode.divisionByZero);
    return Promise.reject(new (runtime().Error)(runtime().ErrorCode.invalidValue, "Période inconnue"));
  });
  runtime().associate("HORLOGE", (invocation: { setResult(value: number): void }) => {
    invocation.setResult(1);
    setTimeout(() => invocation.setResult(2), 300);
  });
  expect(office.host.registerFunctions(METADATA, "KPI")[0]).toBe("KPI.CA");
});
afterEach(() => office.dispose());

test("a table spills, and omitted arguments arrive as null", async () => {
  expect(await answer('=KPI.CA("region","2024-Q1")')).toEqual([
    ["Nord", 12],
    ["Sud", 8],
  ]);
  await answer('=KPI.CA("region")');
  expect(calls).toEqual([
    ["region", "2024-Q1"],
    ["region", null],
  ]);
});

test("cells, ranges and names are passed by value, and a change asks again", async () => {
  const sheet = office.grid.activeSheet();
  office.grid.writeValues({ sheet, row: 4, column: 0, rows: 2, columns: 1 }, [["region"], ["2024"]]);
  office.grid.setName("Periode", "Feuil1!$A$6");
  await answer("=KPI.CA(A5,Periode)");
  office.grid.writeValues({ sheet, row: 5, column: 0, rows: 1, columns: 1 }, [["2025"]]);
  await office.grid.settled(3000);
  expect(calls).toEqual([
    ["region", "2024"],
    ["region", "2025"],
  ]);
});

test("matrix and repeating parameters come as declared", async () => {
  const sheet = office.grid.activeSheet();
  office.grid.writeValues({ sheet, row: 4, column: 0, rows: 1, columns: 2 }, [[3, 4]]);
  expect((await answer("=KPI.TOTAL(A5:B5)"))[0]?.[0]).toBe(7);
  expect((await answer("=KPI.TOTAL(5)"))[0]?.[0]).toBe(5);
  expect((await answer("=KPI.SOMME(1,2,3)"))[0]?.[0]).toBe(6);
});

test.each([
  ["throw", "#VALUE!"],
  ["na", "#N/A"],
  ["returned", "#DIV/0!"],
  ["rejected", "#VALUE!"],
])("an error %s shows as %s", async (how, shown) => {
  expect((await answer(`=KPI.ECHEC("${how}")`))[0]?.[0]).toBe(shown);
});

test("a call without an answer ends as #N/A within the time limit", async () => {
  office.grid.writeFormula(office.grid.activeSheet(), 0, 0, "=KPI.LENT()");
  expect((await answer("=KPI.LENT()"))[0]?.[0]).toBe("#N/A");
  expect(office.host.pendingFunctions()).toBe(0);
});

test("the sentence of an error comes with it", async () => {
  const grid = office.grid as MemoryGrid;
  const register = jest.spyOn(grid, "registerCustomFunctions");
  office.host.registerFunctions(METADATA, "KPI");
  const run = register.mock.calls[0]?.[1];
  const heard = await run?.("KPI.ECHEC", ["na"], "Feuil1!A1");
  expect(heard).toEqual({ error: "#N/A", message: "Membre inconnu" });
});

test("fifty calls of one moment travel together", async () => {
  const before = office.host.counters();
  const sheet = office.grid.activeSheet();
  for (let row = 0; row < 50; row++) office.grid.writeFormula(sheet, row, 0, `=KPI.SOMME(${row},1)`);
  await office.grid.settled(3000);
  expect(office.grid.values({ sheet, row: 49, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value).toBe(50);
  expect(office.host.counters().requests - before.requests).toBeLessThan(8);
  expect(office.host.counters().syncs).toBe(before.syncs);
});

test("a streamed value is followed by the next", async () => {
  expect((await answer("=KPI.HORLOGE()"))[0]?.[0]).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await office.grid.settled(3000);
  expect(
    office.grid.values({ sheet: office.grid.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]
      ?.value,
  ).toBe(2);
});

test("a function may read the workbook while its cell waits, and a reader of that cell sees #BUSY!", async () => {
  runtime().associate("LENT", async () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Feuil1").getRange("A5").load("values");
      await context.sync();
      return `lu: ${range.values[0]?.[0]}`;
    }),
  );
  const sheet = office.grid.activeSheet();
  office.grid.writeValues({ sheet, row: 4, column: 0, rows: 1, columns: 1 }, [["donnée"]]);
  const seen = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Feuil1").getRange("A1");
    cell.formulas = [["=KPI.LENT()"]];
    cell.load("values");
    await context.sync();
    return cell.values[0]?.[0];
  });
  expect(seen).toBe("#BUSY!");
  await office.grid.settled(3000);
  expect(office.grid.values({ sheet, row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value).toBe(
    "lu: donnée",
  );
});

test("a spill over a filled cell is #SPILL!", async () => {
  const sheet = office.grid.activeSheet();
  office.grid.writeValues({ sheet, row: 1, column: 1, rows: 1, columns: 1 }, [["here"]]);
  expect((await answer('=KPI.CA("region","2024")'))[0]?.[0]).toBe("#SPILL!");
  const spills = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Feuil1").getRange("A1");
    const spill = range.getSpillingToRangeOrNullObject();
    await context.sync();
    return !spill.isNullObject;
  });
  expect(spills).toBe(false);
});
