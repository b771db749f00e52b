import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { MARGIN, REVENUE_WITH_COST } from "./shared/measures";
import { DECIDED, DIRECTOR, STEADY } from "./shared/words";

export const TAUXMARGE: KpiDefinition = {
  id: "TAUXMARGE",
  family: "salespeople",
  label: { fr: "Taux de marge", en: "Margin rate" },
  columnName: { fr: "Taux de marge", en: "Margin rate" },
  explanation: {
    fr: "Marge divisée par le montant HT des mêmes lignes : celles dont le coût est connu, à la date de facturation.",
    en: "Margin divided by the net revenue of the same lines: those whose cost is known, by invoicing date.",
  },
  unit: "percent",
  better: "high",
  value: { kind: "ratio", numerator: MARGIN, denominator: REVENUE_WITH_COST },
  flow: false,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    shownAt: 3,
    objective: {
      fr: "Repérer les ventes qui coûtent plus qu'elles ne rapportent",
      en: "Spot sales that cost more than they bring",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Regarder le mix produits et les remises par commercial",
        en: "Look at product mix and discounts by salesperson",
      },
      alerte: {
        fr: "Bloquer les ventes sous le prix plancher",
        en: "Stop sales below the floor price",
      },
    },
    user: DIRECTOR,
  },
};
