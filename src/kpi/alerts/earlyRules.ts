import type { Text } from "../../sales/text";
import type { DimensionId } from "../definition";

/**
 * An alert that needs no target: a member's count of the last days against its own mean before them. It is raised
 * when the count is at least `minimum`, and at least `factor` times what is usual, and more than `deviations` times
 * the spread that chance alone gives such counts (the square root of the usual, at least 1) above the usual.
 */
export interface EarlyRule {
  readonly id: string;
  readonly label: Text;
  readonly explanation: Text;
  /** A KPI that counts; more is worse. */
  readonly kpi: string;
  readonly axis: DimensionId;
  /** Days up to the data date that are counted. */
  readonly windowDays: number;
  /** Days before the window that tell what is usual. */
  readonly historyDays: number;
  /** Where the data begins later, at least so many days must tell it; else the rule says nothing. */
  readonly leastHistoryDays: number;
  readonly minimum: number;
  readonly factor: number;
  readonly deviations: number;
  /** From so many times the usual (at least 1) on it is Alerte, before that Anticipation. */
  readonly alertFactor: number;
}

/** Every early rule; a new one is an entry here. */
export const EARLY_RULES: readonly EarlyRule[] = [
  {
    id: "reclamations-produit",
    label: { fr: "Réclamations inhabituelles", en: "Unusual complaints" },
    explanation: {
      fr: "Réclamations sur ce produit, 28 derniers jours contre sa moyenne des 12 mois précédents.",
      en: "Complaints about this product, last 28 days against its mean of the 12 months before.",
    },
    kpi: "RECLAMATIONS",
    axis: "produit",
    windowDays: 28,
    historyDays: 364,
    leastHistoryDays: 182,
    minimum: 6,
    factor: 2.5,
    deviations: 3,
    alertFactor: 4,
  },
];

export const earlyRule = (id: string): EarlyRule | undefined => EARLY_RULES.find((rule) => rule.id === id);
