import type { ShareBasis } from "./seasons/basis";

/** Limits from which a KPI turns amber or red, in place of the defaults. Absolute values replace percentages. */
export interface TierThresholds {
  /** Attainment from which one must act: under it when high is better (0.8), above it when low is better (1.2). */
  readonly alertAttainment?: number;
  /** Attainment from which it is to be anticipated: under it when high is better, above it when low is better. Default 1. */
  readonly anticipationAttainment?: number;
  /** The KPI's own value past which it is an alert, in its unit; replaces the attainment test. */
  readonly alertValue?: number;
  /** The KPI's own value past which it is to be anticipated; replaces the target and projection tests. */
  readonly anticipationValue?: number;
}

export interface KpiSettings {
  /** 1–12. The year, semester and quarter start there; a fiscal year bears the number of the year it starts in. */
  readonly fiscalFirstMonth: number;
  /** Calendar months without an order after which a customer is lost. */
  readonly lostAfterMonths: number;
  /** The course that a target's share follows at most; `calendar` returns to calendar days. */
  readonly shares: ShareBasis;
  /** By KPI id. */
  readonly thresholds: Readonly<Record<string, TierThresholds>>;
}

export const DEFAULT_SETTINGS: KpiSettings = {
  fiscalFirstMonth: 1,
  lostAfterMonths: 12,
  shares: "seasons",
  thresholds: {},
};

export const DEFAULT_ALERT_ATTAINMENT = { high: 0.8, low: 1.2 } as const;
