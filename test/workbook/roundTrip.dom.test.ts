import { TABLE_NAMES } from "../../src/sales/schema";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { act, granted, sheetNames, tableNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

const refresh = (frames: ReturnType<typeof sample>["frames"]) =>
  refreshWorkbook(streamed(frames), { user: "Anne" });

test("an empty workbook holds no data", async () => {
  expect(granted(await loadWorkbook())).toBeUndefined();
});

test("what is refreshed is reloaded from the hidden sheets, of every kind and however tricky", async () => {
  const { frames, data } = sample({ rows: everyTable(60) });
  const report = granted(await refresh(frames));
  expect(report.data).toEqual(data);
  expect(report.tables.map(({ table, rows }) => [table, rows])).toEqual(
    TABLE_NAMES.map((table) => [table, 60]),
  );
  expect(granted(await loadWorkbook())).toEqual(data);
});

test("no text of a CRM becomes a formula", async () => {
  granted(await refresh(sample({ rows: everyTable(60) }).frames));
  const cells = office.grid.sheetIds().flatMap((sheet) => {
    const used = office.grid.usedRange(sheet, true);
    if (!used) return [];
    const formulas = office.grid.formulas(used).flat();
    return office.grid
      .values(used)
      .flat()
      .map((view, index) => [formulas[index], view.value]);
  });
  expect(cells.length).toBeGreaterThan(3_000);
  // A formula's cell would show its result, or an error, in place of the text.
  for (const [formula, value] of cells) expect(formula).toBe(value);
});

test("the data stands in very hidden sheets as tables with the schema's headings, empty ones too", async () => {
  granted(await refresh(sample({ rows: { customers: 3 } }).frames));
  expect(tableNames(office.host)).toEqual(TABLE_NAMES.map((table) => `vigie_a_${table}`));
  expect(sheetNames(office.host)).toEqual([
    "Feuil1",
    "vigie.meta",
    ...TABLE_NAMES.map((table) => `vigie.a.${table}`),
  ]);
  const visibilities = [...office.host.book.sheets.values()].map(({ visibility }) => visibility);
  expect(visibilities).toEqual(["Visible", ...Array(TABLE_NAMES.length + 1).fill("VeryHidden")]);
  await Excel.run(async (context) => {
    const headings = context.workbook.tables.getItem("vigie_a_leads").getHeaderRowRange().load("values");
    await context.sync();
    expect(headings.values).toEqual([["id", "created_on", "salesperson_id", "source", "rating", "status"]]);
  });
});

test("a second refresh takes the other slot and leaves nothing of the first", async () => {
  granted(await refresh(sample({ rows: everyTable(4) }).frames));
  const second = sample({ rows: everyTable(6), seed: 1 });
  granted(await refresh(second.frames));
  expect(tableNames(office.host)).toEqual(TABLE_NAMES.map((table) => `vigie_b_${table}`));
  expect(sheetNames(office.host)).toHaveLength(14);
  expect(granted(await loadWorkbook())).toEqual(second.data);
});

test("tables that a source does not have are empty", async () => {
  const { frames, data } = sample({ rows: { customers: 2 }, tables: ["customers"] });
  granted(await refresh(frames));
  expect(granted(await loadWorkbook())).toEqual(data);
});

test("text that Excel would hold with its mark, should it keep marks in cells of text, is read without it", async () => {
  const { frames, data } = sample({ rows: everyTable(60) });
  granted(await refresh(frames));
  for (const sheet of office.grid.sheetIds()) {
    const used = office.grid.usedRange(sheet, true);
    if (!used) continue;
    const kept = office.grid
      .values(used)
      .map((row) =>
        row.map(({ value }) =>
          typeof value === "string" && /^[=+\-@'\t]/.test(value) ? `'${value}` : value,
        ),
      );
    office.grid.writeValues(used, kept);
  }
  expect(granted(await loadWorkbook())).toEqual(data);
});

test("a renamed data sheet is still found, and cleared away by later refreshes", async () => {
  const first = sample({ rows: everyTable(4) });
  granted(await refresh(first.frames));
  await act(({ worksheets }) => {
    worksheets.getItem("vigie.a.customers").name = "Mes clients";
  });
  expect(granted(await loadWorkbook())).toEqual(first.data);
  granted(await refresh(sample({ rows: everyTable(5) }).frames));
  expect(sheetNames(office.host)).toHaveLength(14);
});
