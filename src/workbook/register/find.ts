import { REGISTER_SHEET, REGISTER_TABLE } from "../../dashboard/sheets/register";
import type { Session } from "../office/session";

/** Where the register stands. */
export interface FoundRegister {
  readonly sheetId: string;
  readonly sheetName: string;
  /** False after the user made plain cells of the table. */
  readonly isTable: boolean;
}

/** The register's sheet, if there is one, and every sheet's name. */
export interface RegisterSheets {
  readonly sheet: FoundRegister | undefined;
  readonly names: readonly string[];
}

/** One request: the register's table wherever it is, else a sheet of its name. */
export async function findRegister(session: Session): Promise<RegisterSheets> {
  const { tables, worksheets } = session.workbook;
  tables.load("items/name,items/worksheet/id,items/worksheet/name");
  worksheets.load("items/id,items/name");
  await session.sync();
  const names = worksheets.items.map(({ name }) => name);
  const table = tables.items.find(({ name }) => name === REGISTER_TABLE);
  if (table)
    return { sheet: { sheetId: table.worksheet.id, sheetName: table.worksheet.name, isTable: true }, names };
  const titles = Object.values(REGISTER_SHEET).map((title) => title.toUpperCase());
  const sheet = worksheets.items.find(({ name }) => titles.includes(name.toUpperCase()));
  return { sheet: sheet && { sheetId: sheet.id, sheetName: sheet.name, isTable: false }, names };
}
