import type { RegisterEntry } from "../../kpi";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { askMemory, MEMORY_SHEET, type MemoryLine, type RegisterMemory } from "./registerMemory";

/** Versions kept; older ones are let go. */
const MOST_VERSIONS = 200;

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

function writeMemory(session: Session, { entries = [], versions }: RegisterMemory, exists: boolean): void {
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
