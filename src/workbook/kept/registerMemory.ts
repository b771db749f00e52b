import type { RegisterEntry } from "../../kpi";
import type { RegisterVersion } from "../../live";
import type { Session } from "../office/session";

/**
 * The very hidden sheet that remembers the register: the entries last in force, so that a deleted sheet loses nothing,
 * and those before each change. One JSON a cell: it begins with a brace, so Excel takes it for text.
 */
export const MEMORY_SHEET = "vigie.register";

export interface RegisterMemory {
  /** The entries last in force; undefined in a workbook that never had a register. */
  readonly entries: readonly RegisterEntry[] | undefined;
  /** Newest first. */
  readonly versions: readonly RegisterVersion[];
}

/** One cell of the sheet. */
export type MemoryLine = { readonly now: RegisterEntry } | { readonly was: RegisterVersion };

/** Asks with the next request for the sheet's cells; the returned function reads them afterwards. */
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

/** Undefined for a cell that this product never wrote. */
function readLine(cell: string): MemoryLine | undefined {
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
