import type { Explanation, KpiDefinition, Query, SpillTable } from "../kpi";

/** The origin of a number that a person sees. */
export interface CellExplanation {
  readonly explanation: Explanation;
  /** The KPI that answers, an own one too. */
  readonly kpi: KpiDefinition | undefined;
  readonly query: Query;
  /** The newest rows behind the number. */
  readonly detail: SpillTable;
  /** False where the cell shows something else: a share, a tier, a sum of its own. */
  readonly isCellsNumber: boolean;
}
