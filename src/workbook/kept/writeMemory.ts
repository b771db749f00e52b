import { memoryCells, type RegisterMemory } from "../../live";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { MEMORY_SHEET } from "./registerMemory";

/** Asks for the memory to be written; `exists` says whether the workbook has its sheet. */
export function writeMemory(session: Session, memory: RegisterMemory, exists: boolean): void {
  const { worksheets } = session.workbook;
  const sheet = exists ? worksheets.getItem(MEMORY_SHEET) : worksheets.add(MEMORY_SHEET);
  sheet.visibility = "VeryHidden";
  const cells = memoryCells(memory);
  if (exists) sheet.getRange("A:A").untrack().clear("Contents");
  if (cells.length > 0)
    rangeOf(sheet, { row: 0, column: 0, rows: cells.length, columns: 1 }).values = cells.map((cell) => [
      cell,
    ]);
}
