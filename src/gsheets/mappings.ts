import { mappingCells, mappingsOf, type RememberedMapping, rememberingMappings } from "../live";
import { freeIds, openBook, valuesOf } from "./book";
import type { SheetsFile } from "./file";
import { hiddenSheet } from "./hiddenSheet";
import { MAPPINGS_SHEET } from "./meta";

/** Reads the mappings that the spreadsheet keeps. */
export const readMappings = async (file: SheetsFile): Promise<readonly RememberedMapping[]> =>
  mappingsOf(await valuesOf(file, MAPPINGS_SHEET));

/** Keeps mappings beside the earlier ones. */
export async function keepMappings(file: SheetsFile, added: readonly RememberedMapping[]): Promise<void> {
  const book = await openBook(file);
  const kept = rememberingMappings(await readMappings(file), added);
  const rows = mappingCells(kept).map((cell) => [cell]);
  await file.write(hiddenSheet(book, MAPPINGS_SHEET, rows, freeIds(book)));
}
