import type { RefreshReport } from "../../live";
import type { SessionOptions } from "../office/session";
import type { RefreshProgress } from "./intake";

/** `signal` stops the refresh up to the moment the new data is put in force. */
export interface RefreshOptions extends SessionOptions {
  /** The person who refreshes, as shown to a second person. */
  readonly user: string;
  readonly onProgress?: (progress: RefreshProgress) => void;
}

/** The outcome of a refresh, and its cost. */
export interface MeasuredReport extends RefreshReport {
  /** Requests sent to Excel until the data was in force. */
  readonly syncs: number;
  readonly elapsedMs: number;
}

/** The state of a refresh under way, kept whether it succeeds or not. */
export interface Attempt {
  readonly id: string;
  readonly startedAt: number;
  /** The workbook was written to: something may have to be cleared away. */
  touched: boolean;
  tidied: boolean;
  report?: MeasuredReport;
}
