import type { KpiCalculator } from "../src/kpi/engine";
import { parsePeriod } from "../src/kpi/period";
import type { Query } from "../src/kpi/source";
import { MONEY_SCALE } from "../src/sales/money";
import type { DateColumn, MoneyColumn, SalesData, TextColumn } from "../src/sales/tables";
import { DATA_DATE } from "./engineData";

const SAMPLE = 24;

/**
 * Milliseconds that one pass over all lines per cell would take, as SUMIFS does it: two comparisons of dates and
 * one of a member's name in each row. Measured on a sample of the CA questions and checked against the engine.
 */
export function sumIfsPass(data: SalesData, queries: readonly Query[], engine: KpiCalculator): number {
  const asked = queries.filter(({ kpi, axis }) => kpi === "CA" && axis === "commercial");
  const sample = asked.slice(0, SAMPLE);
  const { columns } = data.tables.order_lines;
  const { days } = columns.invoiced_on as DateColumn;
  const { units } = columns.revenue as MoneyColumn;
  const names = salespersonNames(data);
  const ranges = sample.map(({ period }) =>
    parsePeriod(period, { dataDate: DATA_DATE, fiscalFirstMonth: 1 }),
  );
  const start = performance.now();
  const sums = sample.map(({ member }, index) => {
    const range = ranges[index]!;
    if (!range.ok) throw new Error(range.failure.code);
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = range.value;
    let sum = 0;
    for (let row = 0; row < days.length; row++)
      if (days[row]! >= from && days[row]! <= to && names[row] === member) sum += units[row]!;
    return sum / MONEY_SCALE;
  });
  const milliseconds = performance.now() - start;
  sample.forEach((query, index) => {
    const answer = engine.total(query);
    if (!answer.ok || answer.value !== sums[index])
      throw new Error(`${query.member} ${query.period} differs`);
  });
  return (milliseconds / sample.length) * queries.length;
}

/** The name in each row, as a worksheet's column holds it. */
function salespersonNames(data: SalesData): readonly string[] {
  const names = data.tables.salespeople.columns.name as TextColumn;
  const references = data.tables.order_lines.columns.salesperson_id as TextColumn;
  // The bench's salespeople are in the order of the references' dictionary.
  return Array.from(references.codes, (code) => names.dictionary[names.codes[code] ?? -1] ?? "");
}
