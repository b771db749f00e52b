import type { KpiDefinition } from "../definition";
import { VISIT_DIMENSIONS } from "./shared/dimensions";
import { ORDERS, VISITS } from "./shared/measures";
import { LAST_YEAR, REGIONS, STEADY } from "./shared/words";

export const RATIOVISITES: KpiDefinition = {
  id: "RATIOVISITES",
  family: "salespeople",
  label: { fr: "Visites par commande", en: "Visits per order" },
  cardName: { fr: "Visites/commande", en: "Visits per order" },
  columnName: { fr: "Visites/cde", en: "Visits/order" },
  explanation: {
    fr: "Nombre de visites divisé par le nombre de commandes.",
    en: "Number of visits divided by the number of orders.",
  },
  unit: "ratio",
  better: "low",
  value: { kind: "ratio", numerator: VISITS, denominator: ORDERS },
  flow: false,
  dimensions: VISIT_DIMENSIONS,
  register: {
    shownAt: 6,
    objective: {
      fr: "Mesurer ce que rapporte une visite",
      en: "Measure what a visit brings",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Trier les prospects avant de visiter", en: "Qualify prospects before visiting" },
      alerte: {
        fr: "Accompagner en visite ceux qui ne concluent pas",
        en: "Go along with those who do not close",
      },
    },
    user: REGIONS,
  },
};
