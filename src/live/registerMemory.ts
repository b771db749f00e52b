import type { RegisterEntry } from "../kpi";
import type { RegisterVersion } from "./readings";

/** Versions kept; older ones are let go. */
const MOST_VERSIONS = 200;

/** The register as a workbook remembers it beside its sheet. */
export interface RegisterMemory {
  /** The entries last in force; undefined in a workbook that never had a register. */
  readonly entries: readonly RegisterEntry[] | undefined;
  /** Newest first. */
  readonly versions: readonly RegisterVersion[];
}

type MemoryLine = { readonly now: RegisterEntry } | { readonly was: RegisterVersion };

/** The memory's cells, one below the other: one JSON each, which begins with a brace and so is text to every spreadsheet. */
export const memoryCells = ({ entries = [], versions }: RegisterMemory): readonly string[] => {
  const lines: readonly MemoryLine[] = [
    ...entries.map((now) => ({ now })),
    ...versions.slice(0, MOST_VERSIONS).map((was) => ({ was })),
  ];
  return lines.map((line) => JSON.stringify(line));
};

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

/** Reads the memory back; what this product never wrote is passed over. */
export function memoryOf(values: readonly (readonly unknown[])[]): RegisterMemory {
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
