import type { RegisterEntry } from "../../kpi";
import type { RegisterVersion } from "../../live";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";

/**
 * The very hidden sheet that remembers the register: what was last in force, so that a deleted sheet loses nothing,
 * and what stood there before each change. One JSON a cell: it begins with a brace, so Excel takes it for text.
 */
export const MEMORY_SHEET = "vigie.register";
/** Versions kept; older ones are let go. */
const MOST_VERSIONS = 200;

export interface RegisterMemory {
  /** What was last in force; undefined in a workbook that never had a register. */
  readonly entries: readonly RegisterEntry[] | undefined;
  /** Newest first. */
  readonly versions: readonly RegisterVersion[];
}

type Line = { readonly now: RegisterEntry } | { readonly was: RegisterVersion };

/** Asks with the next request for the sheet's cells; what it answers reads them after that. */
export function askMemory(session: Session): () => RegisterMemory {
  const sheet = session.workbook.worksheets.getItemOrNullObject(MEMORY_SHEET);
  const cells = sheet.getUsedRangeOrNullObject(true).untrack();
  cells.load("values");
  return () => (sheet.isNullObject || cells.isNullObject ? NOTHING : memoryOf(cells.values));
}

const NOTHING: RegisterMemory = { entries: undefined, versions: [] };

function memoryOf(values: readonly (readonly unknown[])[]): RegisterMemory {
  const lines = values.flatMap(([cell]) => readLine(String(cell ?? "")) ?? []);
  const entries = lines.flatMap((line) => ("now" in line ? [line.now] : []));
  return {
    entries: entries.length > 0 ? entries : undefined,
    versions: lines.flatMap((line) => ("was" in line ? [line.was] : [])),
  };
}

/** Undefined for what this product never wrote. */
function readLine(cell: string): Line | undefined {
  try {
    const line = JSON.parse(cell) as Partial<Record<string, unknown>>;
    if (isEntry(line.now)) return { now: line.now };
    const was = line.was as Partial<RegisterVersion> | undefined;
    return was && isEntry(was.before) && typeof was.at === "number" && typeof was.by === "string"
      ? { was: was as RegisterVersion }
      : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is RegisterEntry {
  const entry = value as Partial<Record<keyof RegisterEntry, unknown>> | undefined;
  return (
    typeof entry?.kpi === "string" &&
    typeof entry.shown === "boolean" &&
    typeof entry.decisions === "object" &&
    typeof entry.thresholds === "object" &&
    [entry.objective, entry.targetSource, entry.user].every((text) => typeof text === "string")
  );
}

/** Asks for the memory to be written; `exists` says whether the workbook has its sheet. */
export function writeMemory(
  session: Session,
  { entries = [], versions }: RegisterMemory,
  exists: boolean,
): void {
  const { worksheets } = session.workbook;
  const sheet = exists ? worksheets.getItem(MEMORY_SHEET) : worksheets.add(MEMORY_SHEET);
  sheet.visibility = "VeryHidden";
  const lines: readonly Line[] = [
    ...entries.map((now) => ({ now })),
    ...versions.slice(0, MOST_VERSIONS).map((was) => ({ was })),
  ];
  if (exists) sheet.getRange("A:A").untrack().clear("Contents");
  if (lines.length > 0)
    rangeOf(sheet, { row: 0, column: 0, rows: lines.length, columns: 1 }).values = lines.map((line) => [
      JSON.stringify(line),
    ]);
}

/** The memory after a change: each entry that changed leaves what it was. */
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
