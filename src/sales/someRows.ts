import { TableBuilder } from "./builder";
import { columnValue } from "./columns";
import type { Table, Value } from "./tables";

/** Column name → the conversion of its values; a column without an entry is copied. */
export type Rewrites = Readonly<Record<string, (value: Value) => Value>>;

/**
 * A new table of these rows, in this order. Dictionaries are made anew: no text of a row left out stays behind.
 */
export function someRows(table: Table, rows: ArrayLike<number>, rewrites: Rewrites = {}): Table {
  const columns = Object.entries(table.columns).map(([name, column]) => {
    const rewrite = rewrites[name];
    const values = Array.from(rows, (row) => columnValue(column, row));
    return [name, rewrite ? values.map(rewrite) : values] as const;
  });
  const builder = new TableBuilder(table.name);
  builder.append(rows.length, Object.fromEntries(columns));
  return builder.finish();
}
