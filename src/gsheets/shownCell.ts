import type { CellStyle, SheetPlan } from "../dashboard";
import type { Scalar } from "../formula";

/** One cell of a dashboard as people see it: no formula is behind it, and its colours are its own. */
export interface ShownCell {
  readonly value: Scalar;
  readonly style?: CellStyle;
}

/** A dashboard as values: rows from the sheet's first, each as wide as the widest. */
export interface ShownSheet {
  readonly plan: SheetPlan;
  readonly cells: readonly (readonly ShownCell[])[];
}
