import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { ORDER_INTAKE, ORDERS } from "./shared/measures";
import { LAST_YEAR, REGIONS, STEADY } from "./shared/words";

export const PANIERMOYEN: KpiDefinition = {
  id: "PANIERMOYEN",
  family: "orders",
  label: { fr: "Panier moyen", en: "Average order value" },
  columnName: { fr: "Panier moyen", en: "Avg order" },
  explanation: {
    fr: "Montant des commandes divisé par le nombre de commandes, à la date de commande.",
    en: "Order intake divided by the number of orders, by order date.",
  },
  unit: "money",
  better: "high",
  value: { kind: "ratio", numerator: ORDER_INTAKE, denominator: ORDERS },
  flow: false,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: { fr: "Vendre mieux à chaque commande", en: "Sell more with each order" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Proposer entretien et accessoires à chaque devis",
        en: "Offer service and accessories in each quote",
      },
      alerte: {
        fr: "Revoir les seuils de remise et les offres groupées",
        en: "Review discount steps and bundles",
      },
    },
    user: REGIONS,
  },
};
