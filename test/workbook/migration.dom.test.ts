import { Checksum } from "../../src/sales/checksum";
import { TABLES } from "../../src/sales/schema";
import { loadWorkbook, refreshWorkbook } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { MovingCrm } from "../crm/movingCrm";
import { sourceOf } from "./movingSource";
import { act, granted, sheetNames } from "./office";
import { everyTable, sample, streamed } from "./sampleFrames";

/**
 * A workbook as schema 0 wrote it: order lines with `amount` for `revenue`, without `channel` and `region`, and no table but
 * theirs.
 */
const COLUMNS = TABLES.order_lines.columns
  .map(({ name }) => (name === "revenue" ? "amount" : name))
  .filter((name) => name !== "channel" && name !== "region");
const ROWS = [
  ["L1", "C1", 45_000, 45_010, "k1", "s1", "p1", "", 2, 1234.5678, 900],
  ["L2", "C1", 45_001, "", "k1", "s1", "p2", "", -1, -50, ""],
];
const PROVENANCE = {
  source: "demo",
  sourceLabel: "Démo",
  dataDate: 19_500,
  refreshedAt: "2023-05-23T08:00:00Z",
};

async function writeSchema0(): Promise<void> {
  const checksum = new Checksum(COLUMNS.length);
  for (const row of ROWS) for (const [column, cell] of row.entries()) checksum.add(column, cell);
  const stored = {
    rows: 2,
    checksum: checksum.digest(),
    columns: COLUMNS,
    pieces: [{ rows: 2, bytes: 300 }],
  };
  await act(({ worksheets }) => {
    const data = worksheets.add("vigie.b.order_lines");
    const range = data.getRangeByIndexes(0, 0, 3, COLUMNS.length);
    range.values = [COLUMNS, ...ROWS];
    data.tables.add(range, true).name = "vigie_b_order_lines";
    const meta = worksheets.add("vigie.meta");
    meta.getRange("A1:B6").values = [
      ["probe", "'=vigie"],
      ["schema", "'0"],
      ["generation", "first"],
      ["slot", "b"],
      ["provenance", JSON.stringify(PROVENANCE)],
      ["tables", JSON.stringify({ order_lines: stored })],
    ];
  });
}

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

/** Takes a workbook of today back to schema 1: one slot for all tables, nothing kept for the next refresh. */
async function backToSchema1(): Promise<void> {
  const { frames } = sample({ rows: everyTable(4) });
  granted(await refreshWorkbook(streamed(frames), { user: "Anne" }));
  await Excel.run(async (context) => {
    const meta = context.workbook.worksheets.getItem("vigie.meta");
    const tables = meta.getRange("B6").load("values");
    await context.sync();
    const stored = JSON.parse(tables.values[0]![0]);
    for (const table of Object.values<{ slot?: string }>(stored)) delete table.slot;
    meta.getRange("A2:B2").values = [["schema", "'1"]];
    meta.getRange("A4:B4").values = [["slot", "a"]];
    meta.getRange("B6").values = [[JSON.stringify(stored)]];
    await context.sync();
  });
}

test("a workbook of schema 1 is read, and its next refresh is a full one that changes can follow", async () => {
  await backToSchema1();
  expect(granted(await loadWorkbook())).toEqual(sample({ rows: everyTable(4) }).data);
  const crm = new MovingCrm();
  crm.insert("products", { name: "P" });
  const modes = [];
  for (let turn = 0; turn < 2; turn++)
    modes.push(granted(await refreshWorkbook(sourceOf(crm), { user: "Anne" })).mode);
  expect(modes).toEqual(["full", "changes"]);
  expect(sheetNames(office.host)).toHaveLength(14);
});

test("an older workbook is read as if written today", async () => {
  await writeSchema0();
  const data = granted(await loadWorkbook());
  const { columns, length } = data!.tables.order_lines;
  expect(length).toBe(2);
  expect(columns.revenue).toEqual({ kind: "money", units: Float64Array.of(12_345_678, -500_000) });
  expect(columns.channel).toEqual({ kind: "text", codes: Int32Array.of(0, 0), dictionary: ["field"] });
  expect(columns.ordered_on).toEqual({ kind: "date", days: Int32Array.of(45_000 - 25_569, 45_001 - 25_569) });
  expect(data!.provenance).toEqual(PROVENANCE);
  expect(data!.tables.customers.length).toBe(0);
});

test("a refresh brings an older workbook to today's layout", async () => {
  await writeSchema0();
  const { frames, data } = sample({ rows: everyTable(3) });
  granted(await refreshWorkbook(streamed(frames), { user: "Anne" }));
  expect(granted(await loadWorkbook())).toEqual(data);
  expect(sheetNames(office.host)).toHaveLength(14);
});
