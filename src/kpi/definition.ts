import type { ArithmeticOperator } from "../formula";
import type { TableName } from "../sales/schema";
import type { Text } from "../sales/text";
import type { BetterSide, Tier } from "./tier";

/** The dimensions of kpi-semantics §2 that are not time grains. */
export const DIMENSION_IDS = [
  "region",
  "secteur",
  "commercial",
  "equipe",
  "client",
  "produit",
  "famille",
  "point de vente",
  "canal",
  "etape",
  "source",
  "tranche",
] as const;
export type DimensionId = (typeof DIMENSION_IDS)[number];

/** Time grains: dimensions too, in time order. */
export const GRAIN_IDS = ["jour", "semaine", "mois", "trimestre", "semestre", "annee"] as const;
export type GrainId = (typeof GRAIN_IDS)[number];

export type AxisId = DimensionId | GrainId;

export type Unit = "money" | "percent" | "count" | "ratio" | "days";
export type Family =
  | "revenue"
  | "customers"
  | "salespeople"
  | "orders"
  | "pipeline"
  | "receivables"
  | "marketing"
  | "contact-centre"
  | "own";

/** A column compared with a constant; all conditions of a measure must hold. Case and accents do not matter. */
export interface Condition {
  readonly column: string;
  readonly equals?: string;
  readonly oneOf?: readonly string[];
  readonly present?: true;
  /** Only for the quantity of a line: false leaves out returns, a negative quantity or none with a negative revenue. */
  readonly returned?: false;
  /** Only for dates: strictly before the day of the last refresh. */
  readonly before?: "data-date";
}

/** A row's member of a dimension: one of these, by name or id as people type them. */
export interface MemberCondition {
  readonly axis: DimensionId;
  readonly members: readonly string[];
}

/** Row filter and date that every measure has. */
interface Counted {
  readonly table: TableName;
  /** Table with the same columns that is counted instead, where the source has it; see `kpi/invoiced.ts`. */
  readonly preferred?: TableName;
  /** Column that decides a row's period: one of the table's or of DERIVED_DATES (engine/derivedDates.ts). */
  readonly date?: string;
  readonly where?: readonly Condition[];
  /** Only rows of these members: the filters of an own indicator's term. */
  readonly among?: readonly MemberCondition[];
}

/** Number of rows. */
export interface CountMeasure extends Counted {
  readonly kind: "count";
}

/** Sum of a column. */
export interface SumMeasure extends Counted {
  readonly kind: "sum";
  readonly column: string;
  /** Column subtracted from each amount. */
  readonly minus?: string;
  /** Column of shares that amounts are multiplied by. */
  readonly weightedBy?: string;
  /** Replaces the asked period by that many days up to the data date. */
  readonly lastDays?: number;
}

/** Number of different values of a column. */
export interface DistinctMeasure extends Counted {
  readonly kind: "distinct";
  readonly column: string;
  /** Each value belongs to one date, so the counts of months add up to their quarter's. */
  readonly addsOverTime?: true;
}

/** Result of one pass over a table's rows. */
export type Measure = CountMeasure | SumMeasure | DistinctMeasure;

export interface Ratio {
  readonly kind: "ratio";
  readonly numerator: Measure;
  readonly denominator: Measure;
  /** Factor of the quotient; default 1. */
  readonly scale?: number;
}

/** A built-in KPI on the rows that a term's filters leave. */
export interface CalculationTerm {
  /** The KPI's id. */
  readonly kpi: string;
  readonly unit: Unit;
  readonly filters: readonly MemberCondition[];
  /** The KPI's value; its measures have the filters. */
  readonly value: Measure | Ratio;
}

/** Arithmetic over terms, named by their place among them. */
export type Arithmetic =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "term"; readonly term: number }
  | {
      readonly kind: "operation";
      readonly operator: ArithmeticOperator;
      readonly left: Arithmetic;
      readonly right: Arithmetic;
    };

/** What an own indicator counts (kpi-semantics §8): each term on the group's own rows, then the arithmetic. */
export interface Calculation {
  readonly kind: "calculation";
  /** As typed. */
  readonly text: string;
  readonly terms: readonly CalculationTerm[];
  readonly arithmetic: Arithmetic;
  /** How its values go with time: they grow with it, stand at the data date, or tell of a period. */
  readonly course: "flow" | "stock" | "rate";
}

/** Texts of a KPI's row in a new register, until the director writes others. */
export interface RegisterDefaults {
  /** Place in "Matinée" of a new workbook, from 1. Absent: not shown there. */
  readonly shownAt?: number;
  readonly objective: Text;
  readonly targetSource: Text;
  readonly decisions: Readonly<Record<Tier, Text>>;
  readonly user: Text;
}

/**
 * A KPI as data. `value` is one measure, numerator ÷ denominator of two (each a measure's result over the same group;
 * the ratio of sums, never a mean of ratios), or an own indicator's calculation.
 */
export interface KpiDefinition {
  /** As typed after `KPI.`, upper case. */
  readonly id: string;
  /** The twin name for ids under three characters (Microsoft's naming rule). */
  readonly longName?: string;
  readonly family: Family;
  readonly label: Text;
  /** Name on a card, where the label is too long or says too little. Default: the label. */
  readonly cardName?: Text;
  /** Name at the head of a narrow column. Default: the label. */
  readonly columnName?: Text;
  /** One or two sentences: what is counted, by which date. Shown by help and "explain". */
  readonly explanation: Text;
  readonly unit: Unit;
  readonly better: BetterSide;
  readonly value: Measure | Ratio | Calculation;
  /**
   * True if the value grows with time: a target is then pro-rated by the share of the period due by now, and the value
   * projected to its end. False for stocks (PIPE, ENCOURS) and for ratios.
   */
  readonly flow: boolean;
  readonly dimensions: readonly DimensionId[];
  /** Absent for a KPI registered at run time: its row starts with empty texts. */
  readonly register?: RegisterDefaults;
}

/** A KPI whose answer is a table of its own shape (TOPCLIENTS, BALANCEAGEE): declared for help, not computed as a cell. */
export interface TableKpiDefinition {
  readonly id: string;
  readonly family: Family;
  readonly label: Text;
  readonly explanation: Text;
  /** The KPI whose value fills the table. */
  readonly of: string;
  readonly dimensions: readonly DimensionId[];
}
