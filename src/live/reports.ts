import type { Failure } from "../sales/failure";
import type { TableName } from "../sales/schema";
import type { RefreshFrame, RefreshMode, RejectedRow } from "../sales/stream";
import type { SalesData } from "../sales/tables";
import type { Target } from "../sales/targets";

/** Opens a refresh: of the changes since a mark, or of everything. */
export type FrameSource = (since: string | undefined) => AsyncIterable<RefreshFrame>;

/** Counts of one table after a refresh. */
export interface TableReport {
  readonly table: TableName;
  readonly rows: number;
  readonly rejectedCount: number;
  /** The first of them. */
  readonly rejected: readonly RejectedRow[];
}

/** The outcome of a refresh that was put in force. */
export interface RefreshReport {
  /** The new data, in memory: nothing has to be read back. */
  readonly data: SalesData;
  readonly mode: RefreshMode;
  /** The reason why everything was read although the workbook held data already. */
  readonly fullBecause?: Failure;
  /** Rows made or changed. */
  readonly upserted: number;
  /** Rows taken out; 0 in a full refresh. */
  readonly removed: number;
  readonly tables: readonly TableReport[];
  /** Targets the source proposes, for a workbook that keeps none of its own. */
  readonly proposedTargets: readonly Target[];
}

/**
 * Treatment of a dashboard that a person edited and whose plan changed: `ask` leaves it as it is and reports it,
 * `keep` leaves it until its plan changes once more, `overwrite` writes it.
 */
export type OnEdits = "ask" | "keep" | "overwrite";

/** A dashboard that was left as it is because a person edited it. */
export interface EditedDashboard {
  /** The sheet's present name. */
  readonly sheet: string;
  readonly count: number;
  /** The first of the edited cells, by their address in the sheet. */
  readonly cells: readonly { readonly address: string; readonly content: string }[];
}

export interface DashboardReport {
  /** Plan name → the present name of its sheet; the user may have renamed it. */
  readonly sheetNames: Readonly<Record<string, string>>;
  /** Dashboards left as they are under `ask`. */
  readonly edited: readonly EditedDashboard[];
}
