import type { Text } from "../sales/text";
import { DEFAULT_ALERT_ATTAINMENT, type TierThresholds } from "./settings";

/** The three strates of kpi-semantics §6, from calm to urgent. */
export const TIERS = ["equilibre", "anticipation", "alerte"] as const;
export type Tier = (typeof TIERS)[number];

/** Side of its target on which a KPI's value is good. */
export type BetterSide = "high" | "low" | "neither";

/** Colour is never alone: each tier has a word and a sign too. */
export const TIER_FACES: Readonly<
  Record<Tier, { readonly label: Text; readonly sign: string; readonly fill: string; readonly ink: string }>
> = {
  equilibre: { label: { fr: "Équilibre", en: "Balance" }, sign: "●", fill: "#DFF3E3", ink: "#0B5A23" },
  anticipation: {
    label: { fr: "Anticipation", en: "Anticipation" },
    sign: "▲",
    fill: "#FFF0CC",
    ink: "#6B4700",
  },
  alerte: { label: { fr: "Alerte", en: "Alert" }, sign: "◆", fill: "#FBDCDC", ink: "#8A1010" },
};

/** Figures that decide a tier, in the KPI's unit. */
export interface TierFigures {
  readonly value: number;
  /** The whole period's target; undefined when there is none. */
  readonly target: number | undefined;
  /** The share of the target that is due by now (1 for stocks and ratios). */
  readonly dueShare: number;
  readonly projection: number | null;
  /** Half the width of the projection's interval, as a share of it; undefined where nothing tells. */
  readonly margin?: number | undefined;
}

/** The most that an interval excuses: a wider one knows too little to keep a miss quiet. */
const MOST_EXCUSED = 0.1;

/**
 * The tier of kpi-semantics §6: Anticipation where value and projection miss by more than the projection's own margin;
 * null when nothing says what is good: no target nor absolute threshold, a KPI
 * without better side, a period that has not begun. Compared by products, so a target of 0 has a tier too.
 */
export function tierOf(
  { better }: { readonly better: BetterSide },
  figures: TierFigures,
  thresholds: TierThresholds = {},
): Tier | null {
  if (better === "neither" || figures.dueShare === 0) return null;
  const misses = better === "high" ? isUnder : isOver;
  const { value, target, dueShare, projection, margin = 0 } = figures;
  const { alertValue, anticipationValue, anticipationAttainment = 1 } = thresholds;
  const { alertAttainment = DEFAULT_ALERT_ATTAINMENT[better] } = thresholds;
  if (target === undefined && alertValue === undefined && anticipationValue === undefined) return null;
  const due = target === undefined ? undefined : target * dueShare;
  const alert = alertValue ?? times(due, alertAttainment);
  if (misses(value, alert)) return "alerte";
  if (anticipationValue !== undefined) return misses(value, anticipationValue) ? "anticipation" : "equilibre";
  const excuse = 1 + Math.min(margin, MOST_EXCUSED);
  const missed = better === "high" ? anticipationAttainment / excuse : anticipationAttainment * excuse;
  return misses(value, times(due, missed)) || misses(projection, times(target, missed))
    ? "anticipation"
    : "equilibre";
}

const times = (amount: number | undefined, share: number): number | undefined =>
  amount === undefined ? undefined : amount * share;

const isUnder = (value: number | null, limit: number | undefined): boolean =>
  value !== null && limit !== undefined && value < limit;

const isOver = (value: number | null, limit: number | undefined): boolean =>
  value !== null && limit !== undefined && value > limit;
