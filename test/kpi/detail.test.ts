import fc from "fast-check";
import { createCalculator } from "../../src/kpi/engine";
import { ORACLE_DATA_DATE } from "./oracle";
import { randomRows } from "./randomSales";
import { type Row, type Rows, salesOf } from "./sales";

/** KPIs whose rows a filter in one line says again: one measure, a condition, two measures that overlap, a distinct count. */
const KPIS_BY_HAND = {
  CA: { table: "order_lines", date: "invoiced_on", counts: () => true },
  PANIERMOYEN: { table: "order_lines", date: "ordered_on", counts: () => true },
  PANIERWEB: { table: "order_lines", date: "ordered_on", counts: ({ channel }: Row) => channel === "web" },
  TAUXSIGNATURE: {
    table: "opportunities",
    date: "closed_on",
    counts: ({ status }: Row) => status === "won" || status === "lost",
  },
} as const;
type KpiId = keyof typeof KPIS_BY_HAND;
const IDS = Object.keys(KPIS_BY_HAND) as KpiId[];

const PERIODS = {
  "": ["0000", "9999"],
  "2023": ["2023-01-01", "2023-12-31"],
  "2024-Q1": ["2024-01-01", "2024-03-31"],
} as const;

/** Ids of the rows behind a KPI, newest first, rows of one day in the table's order. */
function expectedIds(rows: Rows, kpi: KpiId, period: keyof typeof PERIODS, salesperson?: string): unknown[] {
  const { table: usual, date, counts } = KPIS_BY_HAND[kpi];
  const table = kpi === "CA" && rows.invoice_lines ? "invoice_lines" : usual;
  const [first, last] = PERIODS[period];
  const dayOf = (row: Row) => String(row[date] ?? "");
  return (rows[table] ?? [])
    .filter(
      (row) => counts(row) && dayOf(row) >= first && dayOf(row) <= last && dayOf(row) <= ORACLE_DATA_DATE,
    )
    .filter(({ salesperson_id }) => salesperson === undefined || salesperson_id === salesperson)
    .map((row, place) => ({ row, place }))
    .sort((a, b) => dayOf(b.row).localeCompare(dayOf(a.row)) || a.place - b.place)
    .map(({ row }) => row.id);
}

test("the rows behind a number are all that count and no others, the newest first, as many as asked for", () =>
  fc.assert(
    fc.property(
      randomRows,
      fc.constantFrom(...IDS),
      fc.constantFrom(...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
      fc.integer({ min: 0, max: 70 }),
      fc.boolean(),
      (rows, kpi, period, limit, isFiltered) => {
        const engine = createCalculator(salesOf(rows, ORACLE_DATA_DATE));
        const salesperson = isFiltered ? String(rows.salespeople?.[0]?.id) : undefined;
        const filters = salesperson === undefined ? [] : [{ axis: "commercial", member: salesperson }];
        const expected = expectedIds(rows, kpi, period, salesperson);
        const detail = engine.detail({ kpi, period, filters }, limit);
        const explained = engine.explain({ kpi, period, filters });
        if (!detail.ok || !explained.ok) throw new Error("refused");
        expect(detail.value.rows.map(([id]) => id)).toEqual(expected.slice(0, limit));
        expect(detail.value.omitted).toBe(Math.max(0, expected.length - limit));
        expect(explained.value.rowCount).toBe(expected.length);
      },
    ),
    { numRuns: 200 },
  ));

test("restrictions that exclude each other leave no row", () => {
  const engine = createCalculator(
    salesOf(
      { order_lines: [{ id: "l", order_id: "o", ordered_on: "2024-01-02", channel: "web" }] },
      "2024-05-15",
    ),
  );
  const filters = ["Web", "Terrain"].map((member) => ({ axis: "canal", member }));
  expect(engine.detail({ kpi: "MONTANTCOMMANDES", filters }, 5)).toMatchObject({
    value: { rows: [], omitted: 0 },
  });
});
