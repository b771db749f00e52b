import { type Result, success } from "../../sales/failure";
import { rangeOf } from "../office/ranges";
import { inWorkbook } from "../office/session";
import { sheetWatches } from "../office/watches";
import { seenGeneration } from "./generationCache";
import { GENERATION } from "./meta";
import { META_SHEET } from "./names";
import { refreshUnderWay } from "./underWay";

/** Cells wait for this answer: an Excel that is busy must not hold them long. */
const LOOK_TIMEOUT_MS = 3_000;

/**
 * Whether the workbook's generation is the one that this runtime last read or wrote. False after a co-author, or another
 * window, refreshed it. One small request; none while this runtime refreshes, for then its own generation comes.
 */
export const isInForceHere = async (): Promise<Result<boolean>> =>
  refreshUnderWay()
    ? success(true)
    : inWorkbook(
        async (session) => {
          const sheet = session.workbook.worksheets.getItemOrNullObject(META_SHEET);
          const cell = rangeOf(sheet, GENERATION).load("values");
          await session.sync();
          const generation = cell.isNullObject ? "" : String(cell.values[0]?.[0] ?? "").replace(/^'/, "");
          // Without a pointer there is nothing newer to read.
          return refreshUnderWay() !== undefined || generation === "" || generation === seenGeneration();
        },
        { timeoutMs: LOOK_TIMEOUT_MS },
      );

const metaWatches = sheetWatches(async (session) => {
  const sheet = session.workbook.worksheets.getItemOrNullObject(META_SHEET).load("id");
  await session.sync();
  return sheet.isNullObject ? undefined : { sheetId: sheet.id };
});

/** Calls back after the pointer may have moved, by whomever; see `SheetWatches`. */
export const watchGeneration = (onChange: () => void): Promise<Result<() => Promise<void>>> =>
  metaWatches.watch(onChange);

/** Hangs the watches that had no meta sheet yet, once a refresh has made it. */
export const attachGeneration = (): Promise<Result<void>> => metaWatches.attachNew();
