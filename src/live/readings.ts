import type { CellProblem } from "../kept";
import type { CompanySettings, RegisterEntry } from "../kpi";
import type { Target } from "../sales/targets";

export interface TargetReading {
  readonly targets: readonly Target[];
  /** The sheet's row of each, from 1. */
  readonly rows: readonly number[];
  /** Absent where there is no sheet. */
  readonly sheetName?: string;
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

/** The company's settings in force: those that the administrator fixed, over those of the sheet. */
export interface CompanyReading extends SettingsReading {
  readonly fixed: Partial<CompanySettings>;
}

/** The faults of the sheets that cells are computed from, by their table. */
export interface KeptProblems {
  readonly targets: readonly CellProblem[];
  readonly settings: readonly CellProblem[];
}

/** The company's settings that the workbook gives, and the faults of their sheet. */
export interface SettingsReading {
  readonly settings: Partial<CompanySettings>;
  readonly problems: readonly CellProblem[];
}
