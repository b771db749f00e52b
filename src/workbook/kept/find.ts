import type { KeptPlace } from "../../kept";
import type { Session } from "../office/session";

/** Place of a kept table. */
export interface FoundTable {
  readonly sheetId: string;
  readonly sheetName: string;
  /** False after the user made plain cells of the table. */
  readonly isTable: boolean;
}

/** Every sheet's name, and where any kept table stands. */
export interface KeptSheets {
  readonly names: readonly string[];
  /** Undefined where there is neither the table nor a sheet of its title. */
  readonly find: (place: KeptPlace) => FoundTable | undefined;
}

/** Asks with the next request for the workbook's sheets and tables; what is answered finds a kept table after that. */
export function askSheets(session: Session): () => KeptSheets {
  const { tables, worksheets } = session.workbook;
  tables.load("items/name,items/worksheet/id,items/worksheet/name");
  worksheets.load("items/id,items/name");
  return () => ({
    names: worksheets.items.map(({ name }) => name),
    find: ({ name, title }) => {
      const table = tables.items.find((one) => one.name === name);
      if (table) return { sheetId: table.worksheet.id, sheetName: table.worksheet.name, isTable: true };
      const titles = Object.values(title).map((one) => one.toUpperCase());
      const sheet = worksheets.items.find((one) => titles.includes(one.name.toUpperCase()));
      return sheet && { sheetId: sheet.id, sheetName: sheet.name, isTable: false };
    },
  });
}
