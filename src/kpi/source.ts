import type { EpochDay } from "../sales/calendar";
import type { Result } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { Text } from "../sales/text";
import type { AxisId, MemberCondition } from "./definition";
import { KPIS, type KpiRegistry } from "./registry";
import type { DueShare } from "./seasons/dueShare";
import type { Tier } from "./tier";
import type { Compared, Reasons } from "./why/reasons";

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
 * Aspects of a KPI: its value, its target for the whole period, the target due by now, its attainment (value ÷ target
 * due by now), its change on the same period a year before (0.05 = +5 %), its projection to the period's end (value ÷
 * the share due by now), and its tier.
 */
export const ASPECTS = ["value", "target", "due", "attainment", "evolution", "projection", "tier"] as const;
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
  /** Name that people read: `Nord`, `2024-03`, `Martin (17)`. */
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
  /** The KPI's id. */
  readonly kpi: string;
  readonly period: DayRange;
  readonly filters: readonly { readonly axis: AxisId; readonly member: string }[];
  readonly rowCount: number;
  readonly dataDate: EpochDay;
  readonly answer: Answer;
  /** An own indicator's terms, in the order of its calculation. */
  readonly terms?: readonly ExplainedTerm[];
  /** Of a flow's period in progress: how much of it is due by now, and where it is going. */
  readonly outlook?: Outlook;
}

/** A term of an own indicator: its own figure, and the rows behind it. */
export interface ExplainedTerm {
  readonly kpi: string;
  readonly filters: readonly MemberCondition[];
  readonly value: number | null;
  readonly rowCount: number;
}

/** A period's expected outcome. Amounts are in the KPI's unit. */
export interface Outlook extends Pick<DueShare, "share" | "basis" | "years" | "since"> {
  /** The period's target due by now; null without one. */
  readonly due: number | null;
  readonly projection: number | null;
  /** Ends of the projection's 80 % interval; absent where past periods are too few to tell. */
  readonly interval?: readonly [low: number, high: number];
}

/**
 * A question as plain data, so that many of them travel as one batch: to the engine beside, or to a store elsewhere.
 * `KpiSource` describes each kind.
 */
export type KpiRequest =
  | { readonly ask: "total"; readonly query: Query }
  | { readonly ask: "list"; readonly query: Query }
  | { readonly ask: "pivot"; readonly query: PivotQuery }
  | { readonly ask: "topCustomers"; readonly query: TopCustomersQuery; readonly count: number }
  | { readonly ask: "ageing"; readonly query: AgeingQuery }
  | { readonly ask: "detail"; readonly query: Query; readonly limit: number }
  | { readonly ask: "explain"; readonly query: Query }
  | { readonly ask: "why"; readonly query: Query; readonly compared?: Compared }
  | { readonly ask: "members"; readonly axis: string }
  | { readonly ask: "periodName"; readonly date: string | number | undefined; readonly grain: string };

export type TopCustomersQuery = Omit<Query, "kpi" | "axis" | "member">;
export type AgeingQuery = Omit<Query, "kpi" | "member">;

/** Answer of each kind of request; plain data too. */
export interface KpiAnswers {
  readonly total: Answer;
  readonly list: readonly MemberAnswer[];
  readonly pivot: Pivot;
  readonly topCustomers: SpillTable;
  readonly ageing: SpillTable;
  readonly detail: SpillTable;
  readonly explain: Explanation;
  readonly why: Reasons;
  readonly members: readonly string[];
  readonly periodName: string;
}

export type AnswerTo<R extends KpiRequest> = Result<KpiAnswers[R["ask"]]>;

/** The answers of a batch, in its order. */
export type AnswersTo<R extends readonly KpiRequest[]> = { readonly [I in keyof R]: AnswerTo<R[I]> };

/** Answers a batch at once, for a runtime without promises. */
export interface DirectSource {
  readonly provenance: Provenance;
  readonly kpis: KpiRegistry;
  answer<const R extends readonly KpiRequest[]>(requests: R): AnswersTo<R>;
}

/**
 * Answers questions about KPIs, wherever they are computed: every answer is a promise, and the requests of one
 * recalculation travel as one batch. The named questions are batches of one.
 */
export interface KpiSource {
  readonly provenance: Provenance;
  /** The KPIs that it answers, a company's own among them. */
  readonly kpis: KpiRegistry;
  /** The answers of a batch, in its order. Rejects only where nobody answers. */
  answer<const R extends readonly KpiRequest[]>(requests: R): Promise<AnswersTo<R>>;
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
  topCustomers(query: TopCustomersQuery, count: number): Promise<Result<SpillTable>>;
  ageing(query: AgeingQuery): Promise<Result<SpillTable>>;
  /** The rows behind a number, newest first, at most `limit`. */
  detail(query: Query, limit: number): Promise<Result<SpillTable>>;
  explain(query: Query): Promise<Result<Explanation>>;
  /** The gap to the target due by now, or to the year before, taken apart. Fails with `nothing-to-compare` too. */
  why(query: Query, compared?: Compared): Promise<Result<Reasons>>;
  /** Display names of a dimension's members present in the data, sorted by name (for validation lists). */
  members(axis: string): Promise<Result<readonly string[]>>;
}

/** A source of whatever answers batches. */
export function sourceOf(
  provenance: Provenance,
  answer: (requests: readonly KpiRequest[]) => Promise<readonly AnswerTo<KpiRequest>[]>,
  kpis: KpiRegistry = KPIS,
): KpiSource {
  const answers = async <R extends readonly KpiRequest[]>(requests: R) =>
    (await answer(requests)) as unknown as AnswersTo<R>;
  const one = async <R extends KpiRequest>(request: R): Promise<AnswerTo<R>> =>
    (await answers([request] as const))[0];
  return {
    provenance,
    kpis,
    answer: answers,
    total: (query) => one({ ask: "total", query }),
    list: (query) => one({ ask: "list", query }),
    pivot: (query) => one({ ask: "pivot", query }),
    topCustomers: (query, count) => one({ ask: "topCustomers", query, count }),
    ageing: (query) => one({ ask: "ageing", query }),
    detail: (query, limit) => one({ ask: "detail", query, limit }),
    explain: (query) => one({ ask: "explain", query }),
    why: (query, compared) => one({ ask: "why", query, ...(compared && { compared }) }),
    members: (axis) => one({ ask: "members", axis }),
  };
}
