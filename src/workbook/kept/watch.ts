import type { KeptPlace } from "../../kept";
import type { Language } from "../../sales/text";
import type { SessionOptions } from "../office/session";
import { type SheetWatches, sheetWatches } from "../office/watches";
import { askSheets } from "./find";

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
