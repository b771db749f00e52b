import type { EpochDay } from "../sales/calendar";
import type { Result } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Text } from "../sales/text";
import type { AxisId, KpiDefinition } from "./definition";
import type { Tier } from "./tier";

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

/**
 * What is asked about a KPI: its value, its target (pro-rated by the elapsed share of the period for flows is
 * `attainment`'s business, not `target`'s), value ÷ pro-rated target, change on the same period a year before
 * (0.05 = +5 %), run-rate projection to the period's end, or the tier.
 */
export const ASPECTS = ["value", "target", "attainment", "evolution", "projection", "tier"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A question in the user's words: everything still text, nothing resolved. `undefined` = left out. */
export interface Query {
  readonly kpi: string;
  /** Default `value`. */
  readonly aspect?: Aspect;
  readonly axis?: string;
  /** A period's text, an Excel serial, or undefined for all data. */
  readonly period?: string | number;
  readonly member?: string;
  readonly filters: readonly Filter[];
}

/** Null where there is nothing to say: a ratio without denominator, a member without target. */
export type Answer = number | Tier | null;

/** One member of the axis and its answer. */
export interface MemberAnswer {
  readonly axis: AxisId;
  /** What people read: `Nord`, `2024-03`, `Martin (17)`. */
  readonly member: string;
  readonly answer: Answer;
}

export interface PivotQuery {
  readonly kpi: string;
  readonly rows: string;
  readonly columns: string;
  readonly period?: string | number;
  readonly filters: readonly Filter[];
}

/** A pivot with totals, each computed from rows of data, never from cells. `cells[row][column]`. */
export interface Pivot {
  readonly rowMembers: readonly string[];
  readonly columnMembers: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly grandTotal: number | null;
}

/** A table with a heading row, ready to spill: TOPCLIENTS, BALANCEAGEE, DETAIL. */
export interface SpillTable {
  readonly headings: readonly Text[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Number of further rows that a limit left out; absent or 0: all are here. */
  readonly omitted?: number;
}

/** The story of one number: definition, resolved filters, rows behind it, data date. */
export interface Explanation {
  readonly kpi: KpiDefinition;
  readonly period: DayRange;
  readonly filters: readonly { readonly axis: AxisId; readonly member: string }[];
  readonly rowCount: number;
  readonly dataDate: EpochDay;
  readonly answer: Answer;
}

/**
 * Answers questions about KPIs. The in-workbook engine is one; a gateway that computes elsewhere will be another,
 * so every answer is a promise and the calls of one recalculation can travel as one batch.
 */
export interface KpiSource {
  readonly provenance: Provenance;
  /** One answer over everything the query keeps. */
  total(query: Query): Promise<Result<Answer>>;
  /**
   * One row per member with data, and per member with a target for the question. Order: largest *value* first
   * whatever the aspect, so that the columns of KPI.CA and KPI.NIVEAU line up; ties by name; empty values last; time
   * grains in time order. Evolutions go on with the members that only a year before had data; targets by time also
   * name the units still to come.
   */
  list(query: Query): Promise<Result<readonly MemberAnswer[]>>;
  pivot(query: PivotQuery): Promise<Result<Pivot>>;
  topCustomers(query: Omit<Query, "kpi" | "axis" | "member">, count: number): Promise<Result<SpillTable>>;
  ageing(query: Omit<Query, "kpi" | "member">): Promise<Result<SpillTable>>;
  /** The rows behind a number, newest first, at most `limit`. */
  detail(query: Query, limit: number): Promise<Result<SpillTable>>;
  explain(query: Query): Promise<Result<Explanation>>;
  /** Display names of a dimension's members present in the data, sorted by name (for validation lists). */
  members(axis: string): Promise<Result<readonly string[]>>;
}
