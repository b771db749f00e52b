import type { Failure } from "../../sales/failure";
import type { RefreshMode } from "../../sales/stream";
import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import type { SessionOptions } from "../office/session";
import type { RefreshProgress, TableReport } from "./intake";

/** `signal` stops the refresh up to the moment the new data is put in force. */
export interface RefreshOptions extends SessionOptions {
  /** Who refreshes, as a second person is to read it. */
  readonly user: string;
  readonly onProgress?: (progress: RefreshProgress) => void;
}

/** What a refresh brought. */
export interface RefreshReport {
  /** The new data, in memory: nothing has to be read back. */
  readonly data: SalesData;
  readonly mode: RefreshMode;
  /** Why everything was read although the workbook held data already. */
  readonly fullBecause?: Failure;
  /** Rows that came, new or anew, and among changes rows that were taken out. */
  readonly upserted: number;
  readonly removed: number;
  readonly tables: readonly TableReport[];
  /** Targets the source proposes, for a workbook that keeps none of its own. */
  readonly proposedTargets: readonly Target[];
  /** Requests sent to Excel until the data was in force. */
  readonly syncs: number;
  readonly elapsedMs: number;
}

/** What is known of a refresh so far, whatever becomes of it. */
export interface Attempt {
  readonly id: string;
  readonly startedAt: number;
  /** The workbook was written to: something may have to be cleared away. */
  touched: boolean;
  tidied: boolean;
  report?: RefreshReport;
}
