import type { EpochDay } from "../sales/calendar";
import type { Result } from "../sales/failure";
import type { AxisId } from "./definition";

/** Both ends included. Absent ends are open; `empty` is the whole of the data. */
export interface DayRange {
  readonly from?: EpochDay;
  readonly to?: EpochDay;
}

/** Members of one dimension a query is restricted to. Names or ids as typed by the user. */
export interface Filter {
  readonly axis: string;
  readonly member: string;
}

/** A question in the user's words: everything still text, nothing resolved. `undefined` = left out. */
export interface Query {
  readonly kpi: string;
  readonly axis?: string;
  /** A period's text, an Excel serial, or undefined for all data. */
  readonly period?: string | number;
  readonly member?: string;
  readonly filters: readonly Filter[];
}

/** One member of the axis and its value; null where a ratio has no denominator. */
export interface MemberValue {
  readonly axis: AxisId;
  /** What people read: `Nord`, `2024-03`, `Martin (17)`. */
  readonly member: string;
  readonly value: number | null;
}

/**
 * Answers questions about KPIs. The in-workbook engine is one; a gateway that computes elsewhere will be another,
 * so every answer is a promise and the calls of one recalculation can travel as one batch.
 */
export interface KpiSource {
  readonly dataDate: EpochDay;
  /** The value over everything the query keeps, one number. */
  total(query: Query): Promise<Result<number | null>>;
  /** One row per member with data, largest first; time grains in time order. */
  list(query: Query): Promise<Result<readonly MemberValue[]>>;
}
