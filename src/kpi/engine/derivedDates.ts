import { type EpochDay, NO_DAY } from "../../sales/calendar";
import type { TableName } from "../../sales/schema";
import type { SalesData, Table } from "../../sales/tables";
import { addMonths } from "../months";
import type { KpiSettings } from "../settings";
import { dateColumn, textColumn } from "./columns";
import { returnsOf } from "./returns";

/** A date that a row has by what happened on other rows; NO_DAY where the row has none. */
export type DerivedDate = (data: SalesData, settings: Pick<KpiSettings, "lostAfterMonths">) => Int32Array;

/** Columns that every derived date is computed from. */
export const DERIVED_FROM: readonly string[] = ["ordered_on", "customer_id"];

/** By table and name: dates a measure may be told by, beside the table's own columns. */
export const DERIVED_DATES: Partial<Record<TableName, Readonly<Record<string, DerivedDate>>>> = {
  order_lines: { first_ordered_on: firstOrderedOn, lost_on: lostOn },
};

/** The order date, on the lines of the day of their customer's first order only. */
function firstOrderedOn({ tables: { order_lines: lines }, provenance }: SalesData): Int32Array {
  const ordered = orderDays(lines, provenance.dataDate);
  const first = extremeDay(lines, ordered, (day, best) => day < best);
  return markRows(lines, ordered, (day, customer) => (day === first[customer] ? day : NO_DAY));
}

/**
 * On the lines of the day of their customer's last order: that day plus the months after which a customer is
 * lost, when that is not after the data date.
 */
function lostOn(
  { tables: { order_lines: lines }, provenance }: SalesData,
  settings: Pick<KpiSettings, "lostAfterMonths">,
): Int32Array {
  const ordered = orderDays(lines, provenance.dataDate);
  const last = extremeDay(lines, ordered, (day, best) => day > best);
  const lost = last.map((day) => {
    const on = day === NO_DAY ? NO_DAY : addMonths(day, settings.lostAfterMonths);
    return on <= provenance.dataDate ? on : NO_DAY;
  });
  return markRows(lines, ordered, (day, customer) => (day === last[customer] ? lost[customer]! : NO_DAY));
}

/** The order date of each line up to the data date; NO_DAY on a return, which is no order. */
function orderDays(lines: Table, dataDate: EpochDay): Int32Array {
  const isReturn = returnsOf(lines);
  return dateColumn(lines, "ordered_on").days.map((day, row) =>
    day > dataDate || isReturn(row) ? NO_DAY : day,
  );
}

/** By the customer's code: the earliest or latest order date. */
function extremeDay(
  lines: Table,
  days: Int32Array,
  better: (day: EpochDay, best: EpochDay) => boolean,
): Int32Array {
  const { codes, dictionary } = textColumn(lines, "customer_id");
  const best = new Int32Array(dictionary.length).fill(NO_DAY);
  for (let row = 0; row < days.length; row++) {
    const customer = codes[row]!;
    const day = days[row]!;
    if (customer >= 0 && day !== NO_DAY && (best[customer] === NO_DAY || better(day, best[customer]!)))
      best[customer] = day;
  }
  return best;
}

function markRows(
  lines: Table,
  days: Int32Array,
  mark: (day: EpochDay, customer: number) => EpochDay,
): Int32Array {
  const { codes } = textColumn(lines, "customer_id");
  return days.map((day, row) => (codes[row]! < 0 || day === NO_DAY ? NO_DAY : mark(day, codes[row]!)));
}
