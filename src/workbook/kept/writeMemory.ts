import type { RegisterEntry } from "../../kpi";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { MEMORY_SHEET, type MemoryLine, type RegisterMemory } from "./registerMemory";

/** Versions kept; older ones are let go. */
const MOST_VERSIONS = 200;

/** Asks for the memory to be written; `exists` says whether the workbook has its sheet. */
export function writeMemory(
  session: Session,
  { entries = [], versions }: RegisterMemory,
  exists: boolean,
): void {
  const { worksheets } = session.workbook;
  const sheet = exists ? worksheets.getItem(MEMORY_SHEET) : worksheets.add(MEMORY_SHEET);
  sheet.visibility = "VeryHidden";
  const lines: readonly MemoryLine[] = [
    ...entries.map((now) => ({ now })),
    ...versions.slice(0, MOST_VERSIONS).map((was) => ({ was })),
  ];
  if (exists) sheet.getRange("A:A").untrack().clear("Contents");
  if (lines.length > 0)
    rangeOf(sheet, { row: 0, column: 0, rows: lines.length, columns: 1 }).values = lines.map((line) => [
      JSON.stringify(line),
    ]);
}

/** The memory after a change: each changed entry leaves its earlier version. */
export function remembering(
  { entries: before = [], versions }: RegisterMemory,
  entries: readonly RegisterEntry[],
  made: { readonly at: number; readonly by: string },
): RegisterMemory {
  const now = new Map(entries.map((entry) => [entry.kpi, JSON.stringify(entry)]));
  const changed = before.filter((entry) => now.get(entry.kpi) !== JSON.stringify(entry));
  return {
    entries,
    versions: [...changed.map((entry) => ({ before: entry, ...made })), ...versions].slice(0, MOST_VERSIONS),
  };
}
