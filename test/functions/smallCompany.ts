import { salesData, TableBuilder } from "../../src/sales/builder";
import { dayOf } from "../../src/sales/calendar";
import { TABLES, type TableName } from "../../src/sales/schema";
import type { SalesData, Table, Value } from "../../src/sales/tables";
import type { Target } from "../../src/sales/targets";

const day = (text: string) => dayOf(...(text.split("-").map(Number) as [number, number, number]));

/** A company small enough to work every figure out by hand; the data is as of 30 June 2024. */
const ROWS: Partial<Record<TableName, readonly (readonly Value[])[]>> = {
  salespeople: [
    ["S1", "Martin", "A", "Nord"],
    ["S2", "Durand", "B", "Sud"],
  ],
  customers: [
    ["C1", "Alpha", "Santé", "Nord", "S1", null],
    ["C2", "Beta", "Industrie", "Sud", "S2", null],
    // Neither sector nor region: its lines fall back to the salesperson's region.
    ["C3", "Gamma", null, null, "S2", null],
  ],
  products: [["P1", "32 FreshAir", "Climatiseurs"]],
  order_lines: [
    ["L1", "O1", day("2024-01-10"), day("2024-01-20"), "C1", "S1", "P1", null, null, "field", 1, 100, 60],
    ["L2", "O1", day("2024-01-10"), day("2024-02-05"), "C1", "S1", "P1", null, null, "field", 1, 50, 30],
    ["L3", "O2", day("2024-02-01"), day("2024-02-10"), "C2", "S2", "P1", null, null, "web", 2, 200, 150],
    ["L4", "O3", day("2024-05-01"), null, "C3", "S2", "P1", null, null, "field", 1, 80, null],
    ["L5", "O4", day("2024-03-01"), day("2024-03-01"), "C2", "S2", "P1", null, null, "field", -1, -40, -30],
    ["L6", "O5", day("2023-02-01"), day("2023-02-01"), "C1", "S1", "P1", null, null, "field", 1, 100, 50],
  ],
  visits: [["V1", day("2024-02-02"), "S1", "C1"]],
  opportunities: [
    [
      "D1",
      "Hôpital",
      "C1",
      "S1",
      "P1",
      day("2024-01-01"),
      day("2024-08-01"),
      null,
      "Offre",
      "open",
      1000,
      0.5,
    ],
    [
      "D2",
      "Usine",
      "C2",
      "S2",
      "P1",
      day("2024-01-01"),
      day("2024-03-01"),
      day("2024-03-01"),
      "Close",
      "won",
      10,
      1,
    ],
    [
      "D3",
      "Gare",
      "C2",
      "S2",
      "P1",
      day("2024-01-01"),
      day("2024-04-01"),
      day("2024-04-01"),
      "Close",
      "lost",
      10,
      0,
    ],
  ],
  leads: [
    ["E1", day("2024-01-05"), "S1", "Salon", "hot", "ouvert"],
    ["E2", day("2024-01-06"), null, "Web", "cold", "ouvert"],
  ],
  invoices: [
    ["F1", "C1", "S1", day("2024-05-01"), day("2024-05-31"), 120, 60],
    ["F2", "C2", "S2", day("2024-06-01"), day("2024-07-01"), 240, 240],
  ],
  campaigns: [["M1", "Printemps", day("2024-02-01"), 100, 80, 20, 4]],
  contacts_in: [
    ["I1", day("2024-02-03"), "phone", "complaint", "C1", "P1"],
    ["I2", day("2024-02-04"), "phone", "information", null, null],
  ],
};

function table(name: TableName, rows: readonly (readonly Value[])[]): Table {
  const builder = new TableBuilder(name);
  const columns = TABLES[name].columns.map(
    (column, index) => [column.name, rows.map((row) => row[index] ?? null)] as const,
  );
  builder.append(rows.length, Object.fromEntries(columns));
  return builder.finish();
}

export const smallCompany: SalesData = salesData(
  {
    source: "test",
    sourceLabel: "Test",
    dataDate: day("2024-06-30"),
    refreshedAt: new Date(2024, 5, 30, 8, 30).toISOString(),
  },
  Object.entries(ROWS).map(([name, rows]) => table(name as TableName, rows)),
);

export const smallTargets: readonly Target[] = [
  { kpi: "CA", dimension: "", member: "", period: "2024", value: 1000 },
  { kpi: "CA", dimension: "region", member: "Nord", period: "2024-Q1", value: 100 },
];
