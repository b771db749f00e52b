import { type EpochDay, NO_DAY } from "../../sales/calendar";
import { dayText } from "./dayText";
import type { Orders } from "./orders";
import type { Customer } from "./people";
import { type Random, random } from "./random";

/** One invoice per invoiced order. Amounts include VAT at 20 %, in cents. */
export interface Invoices {
  readonly count: number;
  readonly order: Int32Array;
  readonly dueOn: Int32Array;
  readonly amount: Float64Array;
  readonly outstanding: Float64Array;
  /** The day of the last payment, or of issue. */
  readonly changedOn: Int32Array;
}

/** By days past due: how likely an invoice is still unpaid. */
const UNPAID: readonly (readonly [upTo: number, probability: number])[] = [
  [0, 0.82],
  [15, 0.3],
  [30, 0.16],
  [60, 0.08],
  [90, 0.05],
  [365, 0.012],
];

export function invoices(
  orders: Orders,
  customers: readonly Customer[],
  dataDate: EpochDay,
  seed: number,
): Invoices {
  const source = random(seed);
  const size = orders.count;
  const order = new Int32Array(size);
  const dueOn = new Int32Array(size);
  const amount = new Float64Array(size);
  const outstanding = new Float64Array(size);
  const changedOn = new Int32Array(size);
  let count = 0;
  for (let at = 0; at < orders.count; at++) {
    const issued = orders.invoicedOn[at]!;
    if (issued === NO_DAY) continue;
    const due = issued + customers[orders.customer[at]!]!.paymentDays;
    const total = Math.round(orders.total[at]! * 1.2);
    const open = total > 0 ? stillDue(total, dataDate - due, source) : 0;
    order[count] = at;
    dueOn[count] = due;
    amount[count] = total;
    outstanding[count] = open;
    changedOn[count] = open > 0 ? issued : Math.min(dataDate, due + source.below(10) - 5);
    count++;
  }
  return { count, order, dueOn, amount, outstanding, changedOn };
}

function stillDue(total: number, daysPastDue: number, source: Random): number {
  const probability = UNPAID.find(([upTo]) => daysPastDue <= upTo)?.[1] ?? 0;
  if (!source.chance(probability)) return 0;
  return source.chance(0.1) ? Math.round(total * source.between(0.2, 0.7)) : total;
}

/** The record of one invoice. */
export function invoiceRow(
  all: Invoices,
  orders: Orders,
  at: number,
  names: { customer: string; salesperson: string },
) {
  return {
    id: `F${100_001 + at}`,
    customer_id: names.customer,
    salesperson_id: names.salesperson,
    issued_on: dayText(orders.invoicedOn[all.order[at]!]!),
    due_on: dayText(all.dueOn[at]!),
    amount: all.amount[at]! / 100,
    outstanding: all.outstanding[at]! / 100,
  };
}
