import type { RefreshReport } from "../../live/reports";
import type { SessionOptions } from "../office/session";
import type { RefreshProgress } from "./intake";

/** `signal` stops the refresh up to the moment the new data is put in force. */
export interface RefreshOptions extends SessionOptions {
  /** Who refreshes, as a second person is to read it. */
  readonly user: string;
  readonly onProgress?: (progress: RefreshProgress) => void;
}

/** The outcome of a refresh, and its cost. */
export interface MeasuredReport extends RefreshReport {
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
  report?: MeasuredReport;
}
