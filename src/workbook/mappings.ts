import { mappingCells, mappingsOf, type RememberedMapping, rememberingMappings } from "../live";
import type { Result } from "../sales/failure";
import { rangeOf } from "./office/ranges";
import { inWorkbook, type Session, type SessionOptions } from "./office/session";

/** The very hidden sheet of the mappings that a person gave for files. One JSON a cell. */
const MAPPINGS_SHEET = "vigie.mappings";

/** Reads the mappings that the workbook keeps. One request. */
export const readMappings = (options: SessionOptions = {}): Promise<Result<readonly RememberedMapping[]>> =>
  inWorkbook(async (session) => {
    const read = askMappings(session);
    await session.sync();
    return read().mappings;
  }, options);

/** Keeps mappings beside the earlier ones, in the sheet made where it is missing. Two requests. */
export const keepMappings = (
  added: readonly RememberedMapping[],
  options: SessionOptions = {},
): Promise<Result<void>> =>
  inWorkbook(async (session) => {
    const read = askMappings(session);
    await session.sync();
    const { mappings, exists } = read();
    const { worksheets } = session.workbook;
    const sheet = exists ? worksheets.getItem(MAPPINGS_SHEET) : worksheets.add(MAPPINGS_SHEET);
    sheet.visibility = "VeryHidden";
    const cells = mappingCells(rememberingMappings(mappings, added));
    if (exists) sheet.getRange("A:A").untrack().clear("Contents");
    if (cells.length > 0)
      rangeOf(sheet, { row: 0, column: 0, rows: cells.length, columns: 1 }).values = cells.map((cell) => [
        cell,
      ]);
    await session.sync();
  }, options);

function askMappings(session: Session) {
  const sheet = session.workbook.worksheets.getItemOrNullObject(MAPPINGS_SHEET);
  const cells = sheet.getUsedRangeOrNullObject(true).untrack();
  cells.load("values");
  return () => ({
    exists: !sheet.isNullObject,
    mappings: mappingsOf(sheet.isNullObject || cells.isNullObject ? [] : cells.values),
  });
}
