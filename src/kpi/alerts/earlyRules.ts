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
  /** One sentence made from the rule's own days. */
  readonly explanation: (rule: EarlyRule) => Text;
  /** A KPI that counts; more is worse. */
  readonly kpi: string;
  readonly axis: DimensionId;
  /** Days up to the data date that are counted. */
  readonly windowDays: number;
  /** Days before the window that tell what is usual. */
  readonly historyDays: number;
  /** Fewest days of history, for data that begins later. With fewer the rule says nothing. */
  readonly leastHistoryDays: number;
  readonly minimum: number;
  readonly factor: number;
  readonly deviations: number;
  /** From so many times the usual (at least 1) on it is Alerte, before that Anticipation. */
  readonly alertFactor: number;
}

const MONTHS_A_YEAR = 12;
const DAYS_A_YEAR = 365.25;

const historyMonths = ({ historyDays }: EarlyRule): number =>
  Math.round((historyDays * MONTHS_A_YEAR) / DAYS_A_YEAR);

/** Every early rule; a new one is an entry here. */
export const EARLY_RULES: readonly EarlyRule[] = [
  {
    id: "reclamations-produit",
    label: { fr: "Réclamations inhabituelles", en: "Unusual complaints" },
    explanation: (rule) => ({
      fr: `Réclamations sur ce produit, ${rule.windowDays} derniers jours contre sa moyenne des ${historyMonths(rule)} mois précédents.`,
      en: `Complaints about this product, last ${rule.windowDays} days against its mean of the ${historyMonths(rule)} months before.`,
    }),
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

/** The counted days in words, as the period of an alert. */
export const windowLabel = ({ windowDays }: EarlyRule): Text => ({
  fr: `${windowDays} jours`,
  en: `${windowDays} days`,
});
