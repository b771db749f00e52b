import { TARGETS_SHEET, TARGETS_TABLE } from "../../dashboard/sheets/targets";
import type { Session } from "../office/session";

/** Where the user's targets stand. */
export interface FoundTargets {
  readonly sheetId: string;
  readonly sheetName: string;
  /** False after the user made plain cells of the table. */
  readonly isTable: boolean;
}

/** One request: the targets' table wherever it is, else a sheet of their name; undefined when there is neither. */
export async function findTargets(session: Session): Promise<FoundTargets | undefined> {
  const { tables, worksheets } = session.workbook;
  tables.load("items/name,items/worksheet/id,items/worksheet/name");
  worksheets.load("items/id,items/name");
  await session.sync();
  const table = tables.items.find(({ name }) => name === TARGETS_TABLE);
  if (table) return { sheetId: table.worksheet.id, sheetName: table.worksheet.name, isTable: true };
  const titles = Object.values(TARGETS_SHEET).map((title) => title.toUpperCase());
  const sheet = worksheets.items.find(({ name }) => titles.includes(name.toUpperCase()));
  return sheet && { sheetId: sheet.id, sheetName: sheet.name, isTable: false };
}
