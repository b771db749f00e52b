import type { EpochDay } from "../../sales/calendar";
import type { DimensionId, KpiDefinition } from "../definition";
import { KPIS } from "../registry";
import type { Query } from "../source";
import { TIERS, type Tier } from "../tier";

/** The periods in progress whose tiers are watched, each with the text that asks for it. */
export const WATCHED_GRAINS = { mois: "M", trimestre: "T", annee: "A" } as const;
export type WatchedGrain = keyof typeof WATCHED_GRAINS;

/** The rule of kpi-semantics §6; every other rule is an early one's id. */
export const TIER_RULE = "strate";

/** Subject of an alert: one KPI, in total (axis and member empty) or for one member, over a period that moves on. */
export interface Subject {
  /** `TIER_RULE`, or the id of an early rule. */
  readonly rule: string;
  readonly kpi: string;
  readonly axis: DimensionId | "";
  /** As people read it: `Nord`, `Martin (17)`. */
  readonly member: string;
  /** `glissant`: the last days up to the data date, as an early rule counts them. */
  readonly grain: WatchedGrain | "glissant";
}

/** A subject as one refresh found it. Figures are in the KPI's unit. */
export interface Observation extends Subject {
  /** `2026-11`, `2026-T4`, `2026`; a range of days for an early rule. */
  readonly period: string;
  readonly tier: Tier;
  readonly value: number | null;
  /** The whole period's target; null without one. */
  readonly target: number | null;
  /** Amount that the value is compared with: the target due by now, or the usual amount. */
  readonly due: number | null;
  /** Present for an own indicator, which nobody else knows by its code. */
  readonly face?: KpiFace;
}

/** A KPI as an alert speaks of it. */
export type KpiFace = Pick<KpiDefinition, "label" | "explanation" | "unit" | "better">;

/** The KPI of an alert; undefined where this version has it no more. */
export const faceOf = ({ kpi, face }: Pick<Observation, "kpi" | "face">): KpiFace | undefined =>
  face ?? KPIS.get(kpi);

/** An observation and the data date at which its tier was first seen in its period. */
export interface Standing extends Observation {
  readonly since: EpochDay;
}

/** Tells one subject from another, whatever its period and tier. */
export const subjectKey = ({ rule, kpi, axis, member, grain }: Subject): string =>
  JSON.stringify([rule, kpi, axis, member, grain]);

export const isEarly = ({ rule }: Subject): boolean => rule !== TIER_RULE;

/** A tier that asks for something to be done. */
export const isAlert = ({ tier }: Pick<Standing, "tier">): boolean => tier !== "equilibre";

/** 0 for calm, more for more urgent. */
export const gravity = (tier: Tier): number => TIERS.indexOf(tier);

/** The question whose answer is a subject's value in a period. */
export const queryOf = ({ kpi, axis, member, period }: Subject & Pick<Observation, "period">): Query => ({
  kpi,
  period,
  filters: axis === "" ? [] : [{ axis, member }],
});
