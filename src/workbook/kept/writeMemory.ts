import { memoryCells, type RegisterMemory } from "../../live";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { askMemory, MEMORY_SHEET } from "./registerMemory";

/**
 * Sends what was asked, with the memory; `exists` says whether the workbook has its sheet. Versions that a co-author
 * remembered since `known` was read stay. Answers the memory as it now is.
 */
export async function syncMemory(
  session: Session,
  known: RegisterMemory,
  memory: RegisterMemory,
  exists: boolean,
): Promise<RegisterMemory> {
  const read = askMemory(session);
  writeMemory(session, memory, exists);
  await session.sync();
  const covered = read();
  const seen = new Set([...known.versions, ...memory.versions].map((version) => JSON.stringify(version)));
  const theirs = covered.versions.filter((version) => !seen.has(JSON.stringify(version)));
  if (theirs.length === 0) return memory;
  const versions = [...memory.versions, ...theirs].sort((one, other) => other.at - one.at);
  return syncMemory(session, { ...covered, versions }, { ...memory, versions }, true);
}

function writeMemory(session: Session, memory: RegisterMemory, exists: boolean): void {
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
