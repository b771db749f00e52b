import type { TableName } from "./schema";
import type { Text } from "./text";

/** A table that a source leaves empty, or one column of it. */
export interface Missing {
  readonly table: TableName;
  readonly column?: string;
}

/**
 * A source's lack and its reason, as a sentence that names no KPI: the KPIs concerned are worked out from their own
 * declarations (`kpi/lacks.ts`).
 */
export interface Lack extends Text {
  /** Absent where no KPI is lost: a number then means a little less, or something else. */
  readonly missing?: readonly Missing[];
}
