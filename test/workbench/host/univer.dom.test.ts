import type { GridSnapshot, UniverGrid } from "../../../workbench/grid/univerGrid";
import { createHeadlessGrid } from "../../../workbench/grid/univerHeadless";
import type { FunctionsMetadata } from "../../../workbench/host/customFunctions";
import { type OpenedOffice, openOffice } from "../../../workbench/host/jsdom";
import { onSheet } from "./open";

const METADATA: FunctionsMetadata = {
  functions: [{ id: "CA", name: "CA", parameters: [{ name: "axe" }, { name: "periode", optional: true }] }],
};

let office: OpenedOffice;
let grid: UniverGrid;

async function open(snapshot?: {
  grid: GridSnapshot;
  host: ReturnType<OpenedOffice["host"]["save"]>;
}): Promise<void> {
  grid = createHeadlessGrid(snapshot?.grid);
  office = await openOffice({ grid, ...(snapshot ? { snapshot: snapshot.host } : {}) });
  const runtime = globalThis as unknown as {
    CustomFunctions: { associate(id: string, run: (axe: string) => unknown): void };
  };
  runtime.CustomFunctions.associate("CA", async (axe) =>
    Excel.run(async (context) => {
      // As the product does: the function itself reads the workbook before it answers.
      const factor = context.workbook.worksheets.getItem("Feuil1").getRange("Z1").load("values");
      await context.sync();
      const times = Number(factor.values[0]?.[0] || 1);
      return [
        [`${axe} Nord`, 12 * times],
        [`${axe} Sud`, 8 * times],
      ];
    }),
  );
  office.host.registerFunctions(METADATA, "KPI");
}

beforeEach(() => open());
afterEach(() => {
  office.dispose();
  grid.dispose();
});

const read = (address: string) =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange(address).load("values");
    await context.sync();
    return range.values;
  });

test("general formulas are calculated before the next read", async () => {
  const values = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [[1], [2], ["=SUM(A1:A2)*10"]];
    const range = sheet.getRange("A3").load("values,formulas");
    await context.sync();
    return [range.values[0]?.[0], range.formulas[0]?.[0]];
  });
  expect(values).toEqual([30, "=SUM(A1:A2)*10"]);
});

test("a custom function spills over the wire, formulas count on it, and it may read the workbook meanwhile", async () => {
  await onSheet((sheet) => {
    sheet.getRange("A1").formulas = [['=KPI.CA("region","2024")']];
    sheet.getRange("D1").formulas = [["=SUM(B1:B2)"]];
  });
  await grid.settled(5000);
  expect(await read("A1:D2")).toEqual([
    ["region Nord", 12, "", 20],
    ["region Sud", 8, "", ""],
  ]);
  const spill = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1").getSpillingToRange().load("address");
    await context.sync();
    return range.address;
  });
  expect(spill).toBe("Feuil1!A1:B2");
});

test("recalculating asks the functions again", async () => {
  await onSheet((sheet) => {
    sheet.getRange("A1").formulas = [['=KPI.CA("region")']];
  });
  await grid.settled(5000);
  await onSheet((sheet) => {
    sheet.getRange("Z1").values = [[2]];
  });
  await onSheet((_sheet, { application }) => application.calculate("Full"));
  await grid.settled(5000);
  expect((await read("B1"))[0]?.[0]).toBe(24);
});

test("a saved workbook opens again with cells, visibility, tables, names, formats and settings", async () => {
  await onSheet(async (sheet, { workbook }) => {
    sheet.getRange("A1:B2").values = [
      ["Région", "CA"],
      ["Nord", 10],
    ];
    sheet.tables.add("A1:B2", true).name = "Ventes";
    sheet.getRange("B2").numberFormat = [["#,##0 €"]];
    workbook.names.add("Zone", sheet.getRange("B2"));
    workbook.worksheets.add("Données").visibility = "VeryHidden";
    workbook.settings.add("vigie.generation", 7);
    sheet.getRange("B2").conditionalFormats.add("Custom").custom.rule.formula = "=B2<0";
    await workbook.context.sync();
  });
  const saved = JSON.parse(JSON.stringify({ grid: grid.save(), host: office.host.save() }));
  office.dispose();
  grid.dispose();
  await open(saved);
  const seen = await onSheet(async (sheet, { workbook }) => {
    const table = workbook.tables.getItem("Ventes").getRange().load("address");
    const name = workbook.names.getItem("Zone").getRange().load("values,numberFormat");
    const hidden = workbook.worksheets.getItem("Données").load("visibility");
    const setting = workbook.settings.getItem("vigie.generation").load("value");
    const formats = sheet.getRange("B2").conditionalFormats.getCount();
    await workbook.context.sync();
    return [table.address, name.values, name.numberFormat, hidden.visibility, setting.value, formats.value];
  });
  expect(seen).toEqual(["Feuil1!A1:B2", [[10]], [["#,##0 €"]], "VeryHidden", 7, 1]);
});
