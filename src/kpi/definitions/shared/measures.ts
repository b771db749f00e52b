import type { Condition, CountMeasure, DistinctMeasure, SumMeasure } from "../../definition";

/** A return is no order. */
export const NOT_RETURNED: Condition = { column: "quantity", returned: false };

/** Number of orders, by order date; an order has one date. */
export const ORDERS: DistinctMeasure = {
  kind: "distinct",
  table: "order_lines",
  date: "ordered_on",
  column: "order_id",
  where: [NOT_RETURNED],
  addsOverTime: true,
};

/** Net revenue of the order lines, by order date. */
export const ORDER_INTAKE: SumMeasure = {
  kind: "sum",
  table: "order_lines",
  date: "ordered_on",
  column: "revenue",
};

/** Amounts invoiced, by invoicing date: the lines of invoices, or of orders where the source has no others. */
const INVOICED = { table: "order_lines", preferred: "invoice_lines", date: "invoiced_on" } as const;

/** Net revenue of what was invoiced. */
export const REVENUE: SumMeasure = { kind: "sum", ...INVOICED, column: "revenue" };

/** Pieces of what was invoiced. */
export const QUANTITY: SumMeasure = { kind: "sum", ...INVOICED, column: "quantity" };

const COST_KNOWN: readonly Condition[] = [{ column: "cost", present: true }];

/** Net revenue of the lines with a known cost. */
export const REVENUE_WITH_COST: SumMeasure = { ...REVENUE, where: COST_KNOWN };

/** Net revenue less cost of the lines with a known cost. */
export const MARGIN: SumMeasure = { ...REVENUE_WITH_COST, minus: "cost" };

/** Number of visits, by date of visit. */
export const VISITS: CountMeasure = { kind: "count", table: "visits", date: "visited_on" };

/** Amounts left to pay, by date of issue. */
export const OUTSTANDING: SumMeasure = {
  kind: "sum",
  table: "invoices",
  date: "issued_on",
  column: "outstanding",
};

/** Number of open opportunities, by expected closing date. */
export const OPEN_OPPORTUNITIES: CountMeasure = {
  kind: "count",
  table: "opportunities",
  date: "expected_on",
  where: [{ column: "status", equals: "open" }],
};

/** Amounts of the open opportunities, by expected closing date. */
export const OPEN_AMOUNTS: SumMeasure = { ...OPEN_OPPORTUNITIES, kind: "sum", column: "amount" };

/** Messages delivered, by sending date. */
export const DELIVERED: SumMeasure = {
  kind: "sum",
  table: "campaigns",
  date: "sent_on",
  column: "delivered",
};
