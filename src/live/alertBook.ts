import type { ActionCells, CellProblem } from "../kept";
import type { ActionItem, AlertHistory, Attention } from "../kpi";

/** Addressees of ready messages by role: typed once, kept in the workbook. */
export type Recipients = Readonly<Record<string, string>>;

/** The workbook's memory of its alerts. */
export interface AlertBook {
  /** Undefined before the first refresh. */
  readonly history: AlertHistory | undefined;
  readonly attention: readonly Attention[];
  readonly recipients: Recipients;
  /** The rows of the action plan as last read: a deleted sheet is made anew from them. */
  readonly actions: readonly ActionCells[];
}

/** The alerts and the action plan as a workbook keeps them. */
export interface KeptAlerts {
  readonly book: AlertBook;
  readonly actions: readonly ActionItem[];
  readonly problems: readonly CellProblem[];
  /** The present name of the plan's sheet; undefined where there is none. */
  readonly sheetName: string | undefined;
}

/** Changes to the kept alerts, all written with one request. */
export interface AlertsUpdate {
  readonly book?: (book: AlertBook) => AlertBook;
  /** A new row of the plan; the workbook numbers it. */
  readonly add?: Omit<ActionItem, "id">;
  readonly update?: { readonly id: string; readonly changed: Partial<ActionItem> };
  /** Makes the plan's sheet even while there is no action. */
  readonly makeSheet?: true;
}
