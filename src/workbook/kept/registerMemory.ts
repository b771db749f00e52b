import { memoryOf, type RegisterMemory } from "../../live";
import type { Session } from "../office/session";

/**
 * The very hidden sheet that remembers the register: the entries last in force, so that a deleted sheet loses nothing,
 * and those before each change. One JSON a cell: it begins with a brace, so Excel takes it for text.
 */
export const MEMORY_SHEET = "vigie.register";

/** Asks with the next request for the sheet's cells; the returned function reads them afterwards. */
export function askMemory(session: Session): () => RegisterMemory {
  const sheet = session.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET);
  const cells = sheet.getUsedRangeOrNullObject(true).untrack();
  cells.load("values");
  return () => memoryOf(sheet.isNullObject || cells.isNullObject ? [] : cells.values);
}
