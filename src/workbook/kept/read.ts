import { type KeptReading, type KeptTable, parseKept } from "../../kept";
import type { Session } from "../office/session";
import { askSheets, type FoundTable, type KeptSheets } from "./find";

/** A kept table as the workbook has it; `reading` is undefined without a sheet. */
export interface StandingTable<V extends object, Row> {
  readonly sheets: KeptSheets;
  readonly found: FoundTable | undefined;
  readonly reading: KeptReading<V, Row> | undefined;
}

/** Asks with the next request for a table's cells; what is answered reads them, in any version of the table. */
export function askCells<V extends object, Row>(
  { workbook }: Session,
  { sheetId, sheetName, isTable }: FoundTable,
  name: string,
): (table: KeptTable<V, Row>) => KeptReading<V, Row> {
  const range = isTable
    ? workbook.tables.getItem(name).getRange()
    : workbook.worksheets.getItem(sheetId).getUsedRange(true);
  range.untrack().load("values,rowIndex,columnIndex");
  return (table) =>
    parseKept(table, { sheetName, row: range.rowIndex, column: range.columnIndex, values: range.values });
}

/** Reads a table: two requests, one where there is no sheet. */
export async function takeTable<V extends object, Row>(
  session: Session,
  table: KeptTable<V, Row>,
): Promise<StandingTable<V, Row>> {
  const readSheets = askSheets(session);
  await session.sync();
  const sheets = readSheets();
  const found = sheets.find(table);
  if (!found) return { sheets, found, reading: undefined };
  const readCells = askCells<V, Row>(session, found, table.name);
  await session.sync();
  return { sheets, found, reading: readCells(table) };
}
