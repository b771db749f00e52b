import { TARGETS } from "../../kept";
import type { TargetReading } from "../../live";
import type { Result } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import { inWorkbook, type SessionOptions } from "../office/session";
import { ensureTable, type LanguageOptions, tableWatches } from "./ensure";
import { takeTable } from "./read";

const watches = tableWatches(TARGETS);

/** Calls back after cells of the targets' sheet changed; see `SheetWatches`. */
export const watchTargets = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  watches.watch(onChange);

/** Makes the sheet "Objectifs" with the proposed targets, once; see `ensureTable`. */
export const ensureTargets = (
  proposed: readonly Target[],
  options: LanguageOptions = {},
): Promise<Result<boolean>> => ensureTable(TARGETS, proposed, watches, options);

/** Targets of the sheet, and the sheet's row of each, from 1 as Excel shows it. */
export interface PlacedTargets extends TargetReading {
  readonly rows: readonly number[];
}

/**
 * Reads the user's targets: rows that are none are listed with their cell and what is wrong. Columns may have been
 * moved, the sheet renamed, the table made plain cells. No sheet: no targets.
 */
export const readTargets = (options: SessionOptions = {}): Promise<Result<PlacedTargets>> =>
  inWorkbook(async (session) => {
    const { reading } = await takeTable(session, TARGETS);
    const good = (reading?.rows ?? []).flatMap(({ row, value }) => (value ? [{ row: row + 1, value }] : []));
    return {
      targets: good.map(({ value }) => value),
      rows: good.map(({ row }) => row),
      problems: reading?.problems ?? [],
    };
  }, options);
