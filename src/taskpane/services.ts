import type {
  AlertsService,
  CellExplanation,
  CompanyService,
  InForce,
  LiveWorkbook,
  MappingMemory,
  RegisterService,
} from "../live";
import type { Result } from "../sales/failure";
import type { Language } from "../sales/text";
import type { KeptPreferences } from "./automatic/preferences";
import type { TeamRefreshes } from "./automatic/teamRefreshes";
import type { CopiesService } from "./copies";
import type { DiagnosisService } from "./diagnosis/service";
import type { ExplainedCell } from "./explainer";
import type { GatewayClient } from "./gatewayClient";
import type { UserName } from "./userName";

/** Explains the numbers of the workbook's cells. */
export interface CellExplainer {
  /** Explains the number of the selected cell. */
  explain(): Promise<Result<ExplainedCell>>;
  /** Writes every row behind a number into a new sheet, which it shows. */
  writeDetail(explanation: CellExplanation): Promise<Result<void>>;
}

/** The workbook as the pane uses it. */
export type PaneWorkbook = LiveWorkbook & CellExplainer;

/** The pane's dependencies, injected so that tests and the harness page can give doubles. */
export interface PaneServices {
  readonly gateway: GatewayClient;
  readonly workbook: PaneWorkbook;
  readonly copies: CopiesService;
  readonly alerts: AlertsService;
  readonly register: RegisterService;
  readonly company: CompanyService;
  /** Tries what nobody could try in an Excel; absent in another spreadsheet. */
  readonly diagnosis?: DiagnosisService;
  /** Answers about files, kept in the workbook. */
  readonly mappings: MappingMemory;
  /**
   * Opens a CRM's sign-in window for so many seconds at most, or until `signal`; resolves with its claim, or why there
   * is none.
   */
  readonly openWindow: (address: string, seconds: number, signal: AbortSignal) => Promise<Result<string>>;
  /** The data in force, from which the pages compute; undefined while the workbook holds none. */
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
  /** Receives errors thrown where only a Failure should come out: for a developer's console. */
  readonly onFault: (thrown: unknown) => void;
}
