import type { TierThresholds } from "../settings";
import type { Tier } from "../tier";

/**
 * One KPI as the director keeps it in the sheet "Référentiel": a KPI is there because someone decides by it. Texts
 * are the user's own, in his language.
 */
export interface RegisterEntry {
  /** The KPI's id. */
  readonly kpi: string;
  /** Why it is followed. */
  readonly objective: string;
  /** Where its target comes from: a budget, last year, a decision. */
  readonly targetSource: string;
  /** Empty where the defaults hold: 100 % and 80 % (120 % when low is better). */
  readonly thresholds: TierThresholds;
  /** What is done at each tier. */
  readonly decisions: Readonly<Record<Tier, string>>;
  /** Who decides. */
  readonly user: string;
  /** Whether "Matinée" shows it. */
  readonly shown: boolean;
}

/** By KPI id: what `KpiSettings.thresholds` takes of a register. */
export const thresholdsOf = (entries: readonly RegisterEntry[]): Readonly<Record<string, TierThresholds>> =>
  Object.fromEntries(entries.map(({ kpi, thresholds }) => [kpi, thresholds]));

/** Those that the director keeps in sight, in his order. */
export const shownOf = (entries: readonly RegisterEntry[]): readonly RegisterEntry[] =>
  entries.filter(({ shown }) => shown);
