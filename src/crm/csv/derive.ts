import { cleanText } from "../../sales/cleanText";
import { TABLE_NAMES, TABLES, type TableName } from "../../sales/schema";
import type { RawRow } from "../connector";
import type { CsvTable } from "./table";

/** Tables that can be made up from the ids others mention: an id is then its own name. */
export const DERIVABLE: readonly TableName[] = ["salespeople", "customers", "products", "points_of_sale"];

/** Rows for a table that has no file, from every id that the files refer to, in the order of first mention. */
export function derivedRows(table: TableName, files: Iterable<CsvTable>): RawRow[] {
  const rows = new Map<string, RawRow>();
  for (const file of files) {
    const columns = referencesFrom(file, table);
    if (columns.length === 0) continue;
    for (const row of file.rows()) {
      if (!("values" in row)) continue;
      for (const column of columns) {
        const id = cleanText(String(row.values[column] ?? ""));
        if (id !== "" && !rows.has(id)) rows.set(id, { origin: row.origin, values: { id, name: id } });
      }
    }
  }
  return [...rows.values()];
}

/** Whether any of the files refers to the table. */
export const isReferredTo = (table: TableName, files: Iterable<CsvTable>): boolean =>
  Array.from(files).some((file) => referencesFrom(file, table).length > 0);

function referencesFrom(file: CsvTable, table: TableName): string[] {
  const name = TABLE_NAMES.find((each) => each === file.table);
  const columns = name ? TABLES[name].columns : [];
  return columns
    .filter((column) => column.table === table && file.has(column.name))
    .map((column) => column.name);
}
