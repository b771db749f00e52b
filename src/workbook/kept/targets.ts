import { TARGETS, targetsTable } from "../../kept";
import type { OfKpis, TargetReading } from "../../live";
import type { Result } from "../../sales/failure";
import { inWorkbook, type SessionOptions } from "../office/session";
import { takeTable } from "./read";
import { tableWatches } from "./watch";

export const targetWatches = tableWatches(TARGETS);

/** Calls back after cells of the targets' sheet changed; see `SheetWatches`. */
export const watchTargets = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  targetWatches.watch(onChange);

/**
 * Reads the user's targets: rows that are none are listed with their cell and what is wrong. Columns may have been
 * moved, the sheet renamed, the table made plain cells. No sheet: no targets.
 */
export const readTargets = ({
  kpis,
  ...options
}: SessionOptions & Partial<OfKpis> = {}): Promise<Result<TargetReading>> =>
  inWorkbook(async (session) => {
    const { reading } = await takeTable(session, targetsTable(kpis));
    const good = (reading?.rows ?? []).flatMap(({ row, value }) => (value ? [{ row: row + 1, value }] : []));
    return {
      targets: good.map(({ value }) => value),
      rows: good.map(({ row }) => row),
      ...(reading && { sheetName: reading.sheetName }),
      problems: reading?.problems ?? [],
    };
  }, options);
