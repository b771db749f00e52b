import type { KpiDefinition } from "../definition";
import { OPPORTUNITY_DIMENSIONS } from "./shared/dimensions";
import { LAST_YEAR, REGIONS, STEADY } from "./shared/words";

export const TAUXSIGNATURE: KpiDefinition = {
  id: "TAUXSIGNATURE",
  family: "pipeline",
  label: { fr: "Taux de signature", en: "Win rate" },
  columnName: { fr: "Signature", en: "Won" },
  explanation: {
    fr: "Opportunités gagnées divisées par les opportunités gagnées ou perdues, à la date de clôture.",
    en: "Opportunities won divided by those won or lost, by closing date.",
  },
  unit: "percent",
  better: "high",
  value: {
    kind: "ratio",
    numerator: {
      kind: "count",
      table: "opportunities",
      date: "closed_on",
      where: [{ column: "status", equals: "won" }],
    },
    denominator: {
      kind: "count",
      table: "opportunities",
      date: "closed_on",
      where: [{ column: "status", oneOf: ["won", "lost"] }],
    },
  },
  flow: false,
  dimensions: OPPORTUNITY_DIMENSIONS,
  register: {
    objective: { fr: "Conclure davantage des affaires engagées", en: "Close more of the deals begun" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Analyser les affaires perdues du mois", en: "Look into this month's lost deals" },
      alerte: {
        fr: "Former aux objections et revoir l'offre",
        en: "Train on objections and review the offer",
      },
    },
    user: REGIONS,
  },
};
