import { salesData, TableBuilder } from "../../src/sales/builder";
import { parseIsoDay } from "../../src/sales/calendar";
import { TABLES, type TableName } from "../../src/sales/schema";
import { invoicingOf, type SalesData, type Value } from "../../src/sales/tables";

/** A row as a test writes it: dates as `2024-03-15`, money as decimals, what is left out is empty. */
export type Row = Readonly<Record<string, Value>>;
export type Rows = Partial<Record<TableName, readonly Row[]>>;

const dayFrom = (text: Value): number => {
  const day = typeof text === "string" ? parseIsoDay(text) : undefined;
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
};

/** SalesData of hand-written rows. */
export function salesOf(rows: Rows, dataDate: string): SalesData {
  const tables = (Object.keys(rows) as TableName[]).map((name) => {
    const own = rows[name] ?? [];
    const columns = TABLES[name].columns.map(({ name: column, kind }) => {
      const values = own.map((row) => row[column] ?? null);
      return [
        column,
        kind === "date" ? values.map((value) => (value === null ? null : dayFrom(value))) : values,
      ];
    });
    const builder = new TableBuilder(name);
    builder.append(own.length, Object.fromEntries(columns) as Record<string, Value[]>);
    return builder.finish();
  });
  const provenance = {
    ...invoicingOf(Object.keys(rows) as TableName[]),
    source: "test",
    sourceLabel: "Test",
    dataDate: dayFrom(dataDate),
    refreshedAt: `${dataDate}T18:00:00Z`,
  };
  return salesData(provenance, tables);
}
