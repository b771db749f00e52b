import type { AxisId, KpiDefinition } from "../definition";
import type { Unit } from "../grain";

/** Amount that a value is compared with: the target due by now, or the same days of the year before. */
export type Compared = "due" | "year";

/** One member of one axis, or of two crossed. */
export type Place = readonly { readonly axis: AxisId; readonly member: string }[];

/** A part of a gap. Parts add up to the gap, to the cent of its unit. */
export interface Part {
  readonly kind: "cause" | "rest";
  /** Empty for what is left. */
  readonly place: Place;
  readonly amount: number;
  /** As a share of the gap. */
  readonly share: number;
}

/** One way to take the whole gap apart; its effects add up to the gap. */
export interface Effects {
  readonly by: "customers" | "products" | "rate";
  readonly effects: readonly {
    readonly kind: "kept" | "new" | "lost" | "price" | "volume" | "mix" | "rate" | "target";
    readonly amount: number;
  }[];
}

/** A gap taken apart. Amounts are in the KPI's unit. */
export interface Reasons {
  readonly kpi: string;
  readonly compared: Compared;
  readonly period: Unit;
  readonly filters: Place;
  readonly value: number;
  /** The amount compared with. */
  readonly base: number;
  /** value − base. */
  readonly gap: number;
  /** The causes, largest evidence first (at most three), then what is left. */
  readonly parts: readonly Part[];
  /** The largest part of the first cause on another axis; undefined where none stands out within it. */
  readonly within?: Part;
  readonly effects: readonly Effects[];
}

/** An amount of money to the cent, so that parts add up to it; other units as they are. */
export const rounded = ({ unit }: Pick<KpiDefinition, "unit">, amount: number): number =>
  unit === "money" ? Math.round(amount * 100) / 100 : amount;
