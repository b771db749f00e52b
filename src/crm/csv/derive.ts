import { cleanText } from "../../sales/cleanText";
import type { RawRow } from "../../sales/rawRow";
import type { TableName } from "../../sales/schema";
import type { CsvTable } from "./table";

/** Tables that can be made up from the ids others mention: an id is then its own name. */
export const DERIVABLE: readonly TableName[] = ["salespeople", "customers", "products", "points_of_sale"];

/** Rows for a table that has no file, from every id that the files refer to, in the order of first mention. */
export function derivedRows(table: TableName, files: Iterable<CsvTable>): RawRow[] {
  const origins = new Map<string, string>();
  for (const file of files)
    for (const [cell, line] of file.referencesTo(table)) {
      const id = cleanText(cell);
      if (id !== "" && !origins.has(id)) origins.set(id, `${file.name}:${line}`);
    }
  return Array.from(origins, ([id, origin]) => ({ origin, values: { id, name: id } }));
}

/** Whether any of the files refers to the table. */
export const isReferredTo = (table: TableName, files: Iterable<CsvTable>): boolean =>
  Array.from(files).some((file) => file.refersTo(table));
