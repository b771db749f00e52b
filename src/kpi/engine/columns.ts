import type { ColumnSpec, TableName } from "../../sales/schema";
import { TABLES } from "../../sales/schema";
import type { DateColumn, SalesData, Table, TextColumn } from "../../sales/tables";

/** The schema of a column, undefined when the table has none of that name. */
export const columnSpec = (table: TableName, column: string): ColumnSpec | undefined =>
  TABLES[table].columns.find(({ name }) => name === column);

/** A column that a declaration names wrongly is a programming error, found by the first test that uses it. */
const wrongColumn = (table: Table, column: string, kind: string): RangeError =>
  new RangeError(`${table.name}.${column} is not a ${kind} column`);

export function textColumn(table: Table, name: string): TextColumn {
  const column = table.columns[name];
  if (column?.kind !== "text") throw wrongColumn(table, name, "text");
  return column;
}

export function dateColumn(table: Table, name: string): DateColumn {
  const column = table.columns[name];
  if (column?.kind !== "date") throw wrongColumn(table, name, "date");
  return column;
}

/** The id of each row. */
export function idsOf(data: SalesData, table: TableName): readonly string[] {
  const { codes, dictionary } = textColumn(data.tables[table], "id");
  return Array.from(codes, (code) => dictionary[code] ?? "");
}

/** Text of a row; undefined where empty. */
export const textAt = ({ codes, dictionary }: TextColumn, row: number): string | undefined => {
  const code = codes[row]!;
  return code < 0 ? undefined : dictionary[code];
};
