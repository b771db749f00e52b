import { type OwnIndicator, ownIndicators } from "../own/indicators";
import { KPIS, type KpiRegistry } from "../registry";
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
  /** Origin of its target: a budget, last year, a decision. */
  readonly targetSource: string;
  /** Empty where the defaults hold (`DEFAULT_ALERT_ATTAINMENT`). */
  readonly thresholds: TierThresholds;
  /** Decision at each tier. */
  readonly decisions: Readonly<Record<Tier, string>>;
  /** Person who decides. */
  readonly user: string;
  /** True if "Matinée" shows it. */
  readonly shown: boolean;
  /** Present for an indicator of the company's own; its code is `kpi`. */
  readonly own?: Omit<OwnIndicator, "code">;
}

/** The product's KPIs and the register's own ones; a wrong calculation gives none. */
export function registryOf(entries: readonly RegisterEntry[]): KpiRegistry {
  const declared = entries.flatMap(({ kpi, own }) => (own ? [{ code: kpi, ...own }] : []));
  return KPIS.with(ownIndicators(declared).definitions);
}

/** By KPI id: what `KpiSettings.thresholds` takes of a register. */
export const thresholdsOf = (entries: readonly RegisterEntry[]): Readonly<Record<string, TierThresholds>> =>
  Object.fromEntries(entries.map(({ kpi, thresholds }) => [kpi, thresholds]));

/** Those that the director keeps in sight, in his order. */
export const shownOf = (entries: readonly RegisterEntry[]): readonly RegisterEntry[] =>
  entries.filter(({ shown }) => shown);
