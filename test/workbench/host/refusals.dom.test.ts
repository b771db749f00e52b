import { eachTestOpens, onSheet, refusal } from "./open";
import { ACCEPTED, REFUSED } from "./probes";

eachTestOpens();

test.each(REFUSED.map(([what, work, code = "InvalidArgument"]) => [what, work, code] as const))(
  "%s is refused",
  async (_what, work, code) => {
    expect(await refusal((sheet, { workbook }) => work(sheet, workbook))).toBe(code);
  },
);

test.each(ACCEPTED.map(([what, work]) => [what, work] as const))("%s is accepted", async (_what, work) => {
  await onSheet((sheet, { workbook }) => work(sheet, workbook));
});

test("a matrix of one cell goes into every cell of a range", async () => {
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.values = [[7]];
    range.numberFormat = [["$#,##0.00"]];
    range.load("values,numberFormat");
    await context.sync();
    return [range.values, range.numberFormat];
  });
  expect(read).toEqual([
    [
      [7, 7],
      [7, 7],
    ],
    [
      ["$#,##0.00", "$#,##0.00"],
      ["$#,##0.00", "$#,##0.00"],
    ],
  ]);
});

test("a table's row of totals stands below it and goes again", async () => {
  const address = (shown: boolean) =>
    onSheet(async (sheet, context) => {
      const table = shown ? sheet.tables.add("A1:B3", true) : sheet.tables.getItemAt(0);
      table.showTotals = shown;
      const range = table.getRange().load("address,values");
      await context.sync();
      return [range.address, range.values.at(-1)?.[0]];
    });
  expect(await address(true)).toEqual(["Feuil1!A1:B4", "Total"]);
  expect(await address(false)).toEqual(["Feuil1!A1:B3", ""]);
});
