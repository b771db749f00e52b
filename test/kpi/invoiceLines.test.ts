import { createCalculator } from "../../src/kpi/engine";
import { overSource } from "../../src/kpi/preferred";
import { KPIS } from "../../src/kpi/registry";
import { invoicingOf } from "../../src/sales/tables";
import { type Row, salesOf } from "./sales";
import { DATA_DATE, SMALL_COMPANY } from "./smallCompany";

const billed = (id: string, on: string, revenue: number, more: Row = {}): Row => ({
  id,
  invoice_id: `F-${id}`,
  invoiced_on: on,
  customer_id: "c1",
  quantity: 1,
  revenue,
  ...more,
});

/**
 * The small company, invoicing line by line: a down payment of 90 on order o2 (350), the rest a month later, a credit
 * note, and an invoice without an order.
 */
const INVOICED = {
  ...SMALL_COMPANY,
  invoice_lines: [
    billed("i1", "2024-04-12", 90, { order_id: "o2", salesperson_id: "s1", cost: 40 }),
    billed("i2", "2024-05-10", 260, { order_id: "o2", salesperson_id: "s1", cost: 110, quantity: 2 }),
    billed("i3", "2024-05-11", -60, { quantity: -1, customer_id: "c3", region: "Ouest" }),
    billed("i4", "2024-05-12", 25, { customer_id: "c2", salesperson_id: "s1" }),
  ],
};

const engine = createCalculator(salesOf(INVOICED, DATA_DATE));
const total = (kpi: string, period: string, filters: { axis: string; member: string }[] = []) => {
  const answer = engine.total({ kpi, period, filters });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

test("revenue, margin and quantity are what was invoiced, each invoice at its own date", () => {
  expect(total("CA", "2024-04")).toBe(90);
  expect(total("CA", "2024-05")).toBe(225);
  expect(total("MARGE", "2024")).toBe(200);
  expect(total("TAUXMARGE", "2024")).toBeCloseTo(200 / 350, 12);
  expect(total("QUANTITE", "2024")).toBe(3);
});

test("orders stay what they are", () => {
  expect(total("MONTANTCOMMANDES", "2024-04")).toBe(550);
  expect(total("COMMANDES", "2024-04")).toBe(2);
});

test("an invoice line's region is its own, else its customer's, else its salesperson's", () => {
  const regions = engine.list({ kpi: "CA", axis: "region", period: "2024", filters: [] });
  expect(regions.ok && regions.value.map(({ member, answer }) => [member, answer])).toEqual([
    ["Nord", 350],
    ["Sud", 25],
    ["Ouest", -60],
  ]);
});

test("the ranking of customers, the rows behind a number and targets look at the same lines", () => {
  const top = engine.topCustomers({ period: "2024", filters: [] }, 1);
  expect(top.ok && top.value.rows[0]!.slice(0, 2)).toEqual(["Alpha", 350]);
  const rows = engine.detail({ kpi: "CA", period: "2024-05", filters: [] }, 10);
  expect(rows.ok && rows.value.rows.map(([id]) => id)).toEqual(["i4", "i3", "i2"]);
});

test("a source that invoices by line and has no invoice yet has no revenue, whatever was ordered", () => {
  const none = createCalculator(salesOf({ ...SMALL_COMPANY, invoice_lines: [] }, DATA_DATE));
  expect(none.total({ kpi: "CA", period: "2024", filters: [] })).toEqual({ ok: true, value: 0 });
});

test("only what is invoiced changes its table", () => {
  const changed = KPIS.all.filter((kpi) => overSource(kpi, invoicingOf(["invoice_lines"])) !== kpi);
  expect(changed.map(({ id }) => id)).toEqual(["CA", "MARGE", "TAUXMARGE", "QUANTITE"]);
});
