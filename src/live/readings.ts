import type { CellProblem } from "../kept";
import type { CompanySettings, RegisterEntry } from "../kpi";
import type { Target } from "../sales/targets";

export interface TargetReading {
  readonly targets: readonly Target[];
  readonly problems: readonly CellProblem[];
}

/** An entry of the register before somebody changed it. */
export interface RegisterVersion {
  readonly before: RegisterEntry;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The person who changed it; empty where unknown. */
  readonly by: string;
}

/** The register in force, the faults of its sheet, and its earlier entries. */
export interface RegisterReading {
  /** In the order of the sheet's rows. */
  readonly entries: readonly RegisterEntry[];
  readonly problems: readonly CellProblem[];
  /** Newest first. */
  readonly versions: readonly RegisterVersion[];
}

/** The company's settings that the workbook gives, and the faults of their sheet. */
export interface SettingsReading {
  readonly settings: Partial<CompanySettings>;
  readonly problems: readonly CellProblem[];
}
