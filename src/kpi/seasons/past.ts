import type { Unit } from "../grain";

/**
 * The past of one KPI for some members, by days. Whoever keeps the rows gives it: the engine from its groupings, a
 * store elsewhere from sums by day.
 */
export interface Past {
  /** The KPI's value over whole days, both ends included, in its unit; 0 without rows. */
  value(days: Unit): number;
  /** Number of rows over the same days. */
  rowCount(days: Unit): number;
}
