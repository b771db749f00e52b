import type { CellExplanation } from "../functions";
import type { Result } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Language } from "../sales/text";
import type { EditedDashboard, FrameSource, OnEdits, RefreshReport, TargetProblem } from "../workbook";
import type { KeptPreferences } from "./automatic/preferences";
import type { TeamRefreshes } from "./automatic/teamRefreshes";
import type { GatewayClient } from "./gatewayClient";
import type { AlertsService } from "./live/alerts";
import type { CopiesService } from "./live/copies";
import type { InForce } from "./live/inForce";
import type { RegisterService } from "./live/register";
import type { UserName } from "./userName";

export interface RefreshRequest {
  /** Who refreshes, for whoever must wait meanwhile. */
  readonly user: string;
  readonly signal: AbortSignal;
  /** Told how it was done, once it is. */
  readonly onOutcome?: (outcome: RefreshOutcome) => void;
}

/** How a refresh was done: by changes, or in full and why. */
export type RefreshOutcome = Pick<RefreshReport, "mode" | "fullBecause" | "upserted" | "removed" | "tables">;

export interface BuildRequest {
  readonly show: boolean;
  readonly onEdits?: OnEdits;
}

/** The selected cell, and where its number comes from; `found` is undefined where the cell asks no KPI. */
export interface ExplainedCell {
  /** `Matinée!C7` */
  readonly address: string;
  readonly found: CellExplanation | undefined;
}

/** What the pane needs of the workbook. Each change also puts the data in force for the worksheet functions. */
export interface PaneWorkbook {
  /** Loads the data the workbook holds; undefined when it holds none yet. */
  open(): Promise<Result<Provenance | undefined>>;
  /** Writes a refresh, all or nothing; reads the frames as fast as it can write. */
  refresh(source: FrameSource, request: RefreshRequest): Promise<Result<Provenance>>;
  /** Tells which rows of the targets' sheet are none, each time that sheet was read; one listener. */
  onTargetProblems(listener: (problems: readonly TargetProblem[]) => void): void;
  /** Selects a cell given as `Objectifs!D7`. */
  showCell(place: string): Promise<Result<void>>;
  /** Where the number of the selected cell comes from. */
  explain(): Promise<Result<ExplainedCell>>;
  /** Writes every row behind a number into a new sheet, which it shows. */
  writeDetail(explanation: CellExplanation): Promise<Result<void>>;
  /**
   * Builds or updates every dashboard, and shows the first when `show` is set. Answers those that were left as they
   * are, for a hand wrote into them and `onEdits` says to ask.
   */
  buildDashboards(options: BuildRequest): Promise<Result<readonly EditedDashboard[]>>;
}

/** Everything around the pane, given so that tests and the harness page can give doubles. */
export interface PaneServices {
  readonly gateway: GatewayClient;
  readonly workbook: PaneWorkbook;
  readonly copies: CopiesService;
  readonly alerts: AlertsService;
  readonly register: RegisterService;
  /**
   * Opens a CRM's sign-in window for so many seconds at most, or until `signal`; resolves with its claim, or why there
   * is none.
   */
  readonly openWindow: (address: string, seconds: number, signal: AbortSignal) => Promise<Result<string>>;
  /** What the pages compute from: undefined while the workbook holds no data. */
  readonly inForce: () => InForce | undefined;
  /** Signs a refresh where the source does not know who is connected. */
  readonly userName: UserName;
  readonly preferences: KeptPreferences;
  readonly teamRefreshes: TeamRefreshes;
  /** Has Excel load the add-in whenever this workbook is opened, or no longer. */
  readonly loadWithWorkbook: (wanted: boolean) => Promise<void>;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told what was thrown where only a Failure should come out: for a developer's console. */
  readonly onFault: (thrown: unknown) => void;
}
