import { ACTIONS_SHEET, ACTIONS_TABLE } from "../../dashboard/sheets/actions";
import type { Session } from "../office/session";
import type { Snapshot } from "../store/snapshot";
import { type ActionReading, parseActions } from "./parse";

/** Where the action plan stands. */
export interface FoundActions {
  readonly sheetId: string;
  readonly sheetName: string;
  /** False after the user made plain cells of the table. */
  readonly isTable: boolean;
}

/**
 * Asks with the next request for the actions' table; what is answered finds it wherever it is, else a sheet of its
 * name, among the sheets of that request's snapshot.
 */
export function askActions(session: Session): (snapshot: Snapshot) => FoundActions | undefined {
  const { tables } = session.workbook;
  tables.load("items/name,items/worksheet/id");
  return ({ sheets }) => {
    const table = tables.items.find(({ name }) => name === ACTIONS_TABLE);
    const titles = Object.values(ACTIONS_SHEET).map((title) => title.toUpperCase());
    const sheet = sheets.find(({ id, name }) =>
      table ? id === table.worksheet.id : titles.includes(name.toUpperCase()),
    );
    return sheet && { sheetId: sheet.id, sheetName: sheet.name, isTable: table !== undefined };
  };
}

/** Asks with the next request for the plan's cells. */
export function askReading(
  session: Session,
  { sheetId, sheetName, isTable }: FoundActions,
): () => ActionReading {
  const range = isTable
    ? session.workbook.tables.getItem(ACTIONS_TABLE).getRange()
    : session.workbook.worksheets.getItem(sheetId).getUsedRange(true);
  range.untrack().load("values,rowIndex,columnIndex");
  return () =>
    parseActions({ sheetName, row: range.rowIndex, column: range.columnIndex, values: range.values });
}
