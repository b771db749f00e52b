import type { TableName } from "../../../sales/schema";
import { stageMeaning } from "../values/stages";
import { UNNAMED } from "./directory";

type Values = Record<string, unknown>;

/**
 * Works out the columns that a row's sheet does not have from those it has: an amount from quantity and price, a cost from a
 * profit, a status from a stage. What is there already stays. `dataDate` is ISO text.
 */
export function completed(table: TableName, values: Values, dataDate: string): void {
  COMPLETIONS[table]?.(values, dataDate);
}

const COMPLETIONS: Readonly<Partial<Record<TableName, (values: Values, dataDate: string) => void>>> = {
  salespeople: named,
  customers: named,
  products: named,
  points_of_sale: named,
  order_lines(values) {
    completeAmounts(values);
    values.order_id ??= documentOf(values.customer_id, values.ordered_on);
  },
  invoice_lines(values) {
    completeAmounts(values);
    values.invoice_id ??= documentOf(values.customer_id, values.invoiced_on);
  },
  opportunities(values, dataDate) {
    const stage = typeof values.stage === "string" ? values.stage : undefined;
    const meant = stage === undefined ? undefined : stageMeaning(stage);
    values.status ??= meant ?? statusByProbability(values.probability) ?? "open";
    values.stage ??= UNNAMED.name;
    values.name ??= values.stage;
    values.probability ??= values.status === "lost" ? 0 : 1;
    values.expected_on ??= values.closed_on ?? values.created_on;
    values.created_on ??= values.closed_on ?? values.expected_on;
    // Many exports have one date of closing, planned while the deal is open.
    if (values.status !== "open" && String(values.expected_on) <= dataDate)
      values.closed_on ??= values.expected_on;
  },
  leads(values) {
    values.source ??= UNNAMED.name;
    values.status ??= UNNAMED.name;
  },
  campaigns(values) {
    values.sent ??= values.delivered;
    values.name ??= values.id ?? UNNAMED.name;
  },
  contacts_in(values) {
    values.channel ??= UNNAMED.name;
  },
};

function named(values: Values): void {
  values.name ??= values.id;
  values.id ??= values.name;
}

function completeAmounts(values: Values): void {
  // Beside a column of net amounts, the gross amount of a row without one would mix both.
  const isNetMissing = values.revenue === null && !isNumber(values.tax);
  values.revenue ??= revenueOf(isNetMissing ? { ...values, gross: null } : values);
  values.cost ??= costOf(values);
  values.quantity ??= 1;
}

/** The net amount of a line: without its tax, or its price times its quantity, less its discount. */
function revenueOf({ gross, tax, quantity, unit_price: price, discount }: Values): number | null {
  if (isNumber(gross)) return isNumber(tax) ? rounded(gross - tax) : gross;
  if (!isNumber(quantity) || !isNumber(price)) return null;
  return rounded(quantity * price * (1 - (isNumber(discount) ? discount : 0)));
}

function costOf({ unit_cost: unitCost, quantity, profit, revenue }: Values): number | null {
  if (isNumber(unitCost) && isNumber(quantity)) return rounded(unitCost * quantity);
  return isNumber(profit) && isNumber(revenue) ? rounded(revenue - profit) : null;
}

/** Lines of one customer on one day are one document where the sheet numbers none. */
const documentOf = (customer: unknown, day: unknown): string => `${String(customer)} ${String(day)}`;

const statusByProbability = (probability: unknown): string | undefined =>
  probability === 1 ? "won" : probability === 0 ? "lost" : undefined;

const isNumber = (value: unknown): value is number => typeof value === "number";
/** Money keeps four decimals: sums of them stay exact. */
const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;
