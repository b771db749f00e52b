import type { TableName } from "../sales/schema";
import type { Text } from "../sales/text";

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
  | "contact-centre";

/** A column compared with a constant; all conditions of a measure must hold. */
export interface Condition {
  readonly column: string;
  readonly equals?: string;
  readonly present?: true;
}

/** What one pass over a table's rows accumulates. */
export type Measure =
  /** Σ of the columns' money; `minus` is subtracted; `weightedBy` is a share each amount is multiplied by. */
  | {
      readonly kind: "sum";
      readonly table: TableName;
      readonly date?: string;
      readonly column: string;
      readonly minus?: string;
      readonly weightedBy?: string;
      readonly where?: readonly Condition[];
    }
  | {
      readonly kind: "count";
      readonly table: TableName;
      readonly date?: string;
      readonly where?: readonly Condition[];
    }
  | {
      readonly kind: "distinct";
      readonly table: TableName;
      readonly date?: string;
      readonly column: string;
      readonly where?: readonly Condition[];
    };

/**
 * A KPI as data. `value` is one measure, or numerator ÷ denominator of two (each a measure's result over the
 * same group; the ratio of sums, never a mean of ratios).
 */
export interface KpiDefinition {
  /** As typed after `KPI.`, upper case. */
  readonly id: string;
  /** The twin name for ids under three characters (Microsoft's naming rule). */
  readonly longName?: string;
  readonly family: Family;
  readonly label: Text;
  /** One or two sentences: what is counted, by which date. Shown by help and "explain". */
  readonly explanation: Text;
  readonly unit: Unit;
  readonly better: "high" | "low" | "neither";
  readonly value:
    | Measure
    | { readonly kind: "ratio"; readonly numerator: Measure; readonly denominator: Measure; readonly scale?: number };
  /** Whether a target is pro-rated by the elapsed share of the period (false for stocks such as PIPE). */
  readonly flow: boolean;
  readonly dimensions: readonly DimensionId[];
}
