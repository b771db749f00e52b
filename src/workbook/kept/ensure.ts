import type { KeptPlace, KeptTable } from "../../kept";
import type { Result } from "../../sales/failure";
import type { Language } from "../../sales/text";
import { inWorkbook, type SessionOptions } from "../office/session";
import { settleViews } from "../office/views";
import { type SheetWatches, sheetWatches } from "../office/watches";
import { askSheets } from "./find";
import { writeSheet } from "./write";

export interface LanguageOptions extends SessionOptions {
  readonly language?: Language;
}

/** The watches of a kept table's sheet, wherever it stands. */
export const tableWatches = (place: KeptPlace): SheetWatches =>
  sheetWatches(async (session) => {
    const readSheets = askSheets(session);
    await session.sync();
    return readSheets().find(place);
  });

/**
 * Makes a kept table's sheet with these rows, once: where the workbook has the table, or a sheet of its title,
 * nothing is written. True when the sheet was made; `watches` are hung on it then.
 */
export async function ensureTable<V extends object, Row>(
  table: KeptTable<V, Row>,
  rows: readonly Row[],
  watches: SheetWatches,
  { language = "fr", ...options }: LanguageOptions = {},
): Promise<Result<boolean>> {
  const made = await inWorkbook(async (session) => {
    const readSheets = askSheets(session);
    await session.sync();
    const { find, names } = readSheets();
    if (find(table)) return false;
    const cells = rows.map((row) => table.write(row, language));
    writeSheet(session, table, cells, names, language);
    await session.sync();
    await settleViews(session);
    return true;
  }, options);
  if (made.ok && made.value) await watches.attach();
  return made;
}
