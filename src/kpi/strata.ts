import type { KpiDefinition } from "./definition";
import { DEFAULT_ALERT_ATTAINMENT, type TierThresholds } from "./settings";
import type { Tier } from "./tier";

/** What a tier is decided from, in the KPI's unit. */
export interface Standing {
  readonly value: number;
  /** The whole period's target; undefined when there is none. */
  readonly target: number | undefined;
  /** The share of the target that is due by now (1 for stocks and ratios). */
  readonly dueShare: number;
  readonly projection: number | null;
}

/**
 * The tier of kpi-semantics §6; null when nothing says what is good: no target nor absolute threshold, a KPI
 * without better side, a period that has not begun. Compared by products, so a target of 0 has a tier too.
 */
export function tierOf(
  { better }: KpiDefinition,
  standing: Standing,
  thresholds: TierThresholds = {},
): Tier | null {
  if (better === "neither" || standing.dueShare === 0) return null;
  const misses = better === "high" ? isUnder : isOver;
  const { value, target, dueShare, projection } = standing;
  const { alertValue, anticipationValue, anticipationAttainment = 1 } = thresholds;
  const { alertAttainment = DEFAULT_ALERT_ATTAINMENT[better] } = thresholds;
  if (target === undefined && alertValue === undefined && anticipationValue === undefined) return null;
  const due = target === undefined ? undefined : target * dueShare;
  const alert = alertValue ?? times(due, alertAttainment);
  if (misses(value, alert)) return "alerte";
  if (anticipationValue !== undefined) return misses(value, anticipationValue) ? "anticipation" : "equilibre";
  return misses(value, times(due, anticipationAttainment)) ||
    misses(projection, times(target, anticipationAttainment))
    ? "anticipation"
    : "equilibre";
}

const times = (amount: number | undefined, share: number): number | undefined =>
  amount === undefined ? undefined : amount * share;

const isUnder = (value: number | null, limit: number | undefined): boolean =>
  value !== null && limit !== undefined && value < limit;

const isOver = (value: number | null, limit: number | undefined): boolean =>
  value !== null && limit !== undefined && value > limit;
