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
  readonly thresholds: TierThresholds;
  /** What is done at each tier. */
  readonly decisions: Readonly<Record<Tier, string>>;
  /** Who decides. */
  readonly user: string;
  /** Whether "Matinée" shows it. */
  readonly shown: boolean;
}
