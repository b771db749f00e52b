import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstDay, lastDay, monthIndex } from "../src/kpi/months";
import { type EpochDay, formatIsoDay } from "../src/sales/calendar";
import type { SalesData } from "../src/sales/tables";
import { salesOf } from "../test/kpi/sales";

/** Public monthly series, `month,value` a line: who counted it and where it was taken from is beside each. */
export const SERIES = {
  /** Wine sold by Australian makers, kilolitres: Australian Bureau of Statistics; `wineind` of R's package forecast 8.20. */
  wine: "wine.csv",
  /** Gas produced in Australia, terajoules: Australian Bureau of Statistics; `gas` of R's package forecast 8.20. */
  gas: "gas.csv",
} as const;

/** A series as order lines: each month's value in equal parts on its workdays. `since` leaves out the months before. */
export function seriesData(file: string, since: string): SalesData {
  const [, ...lines] = readFileSync(join(__dirname, "series", file), "utf8")
    .trim()
    .split("\n");
  const months = lines.map((line) => line.split(",") as [string, string]).filter(([month]) => month >= since);
  const rows = months.flatMap(([month, value]) => {
    const days = workdays(month);
    return days.map((day) => ({
      id: formatIsoDay(day),
      order_id: formatIsoDay(day),
      ordered_on: formatIsoDay(day),
      invoiced_on: formatIsoDay(day),
      customer_id: "c",
      salesperson_id: "s",
      product_id: "p",
      channel: "field",
      quantity: 1,
      revenue: Number(value) / days.length,
    }));
  });
  return salesOf({ order_lines: rows }, formatIsoDay(monthEnd(months.at(-1)![0])));
}

const monthOf = (text: string) => monthIndex(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
const monthEnd = (text: string): EpochDay => lastDay(monthOf(text));

/** Mondays to Fridays of a month; day 0 of the epoch was a Thursday. */
function workdays(text: string): EpochDay[] {
  const first = firstDay(monthOf(text));
  return Array.from({ length: monthEnd(text) - first + 1 }, (_, at) => first + at).filter(
    (day) => (day + 3) % 7 < 5,
  );
}
