import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { MARGIN } from "./shared/measures";
import { BUDGET, DIRECTOR } from "./shared/words";

export const MARGE: KpiDefinition = {
  id: "MARGE",
  family: "salespeople",
  label: { fr: "Marge", en: "Margin" },
  columnName: { fr: "Marge", en: "Margin" },
  explanation: {
    fr: "Montant HT moins coût des lignes dont le coût est connu, à la date de facturation.",
    en: "Net revenue less cost of the lines whose cost is known, by invoicing date.",
  },
  unit: "money",
  better: "high",
  value: MARGIN,
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    shownAt: 2,
    objective: {
      fr: "Vendre en gagnant : le CA ne paie pas les remises",
      en: "Sell at a profit: revenue does not pay for discounts",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: { fr: "Garder la politique de prix", en: "Keep the pricing policy" },
      anticipation: { fr: "Revoir les remises au-delà du barème", en: "Review discounts beyond the scale" },
      alerte: {
        fr: "Soumettre chaque remise à accord et revoir les prix",
        en: "Have every discount approved and review prices",
      },
    },
    user: DIRECTOR,
  },
};
