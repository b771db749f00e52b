import type { Condition, KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { NOT_RETURNED, ORDER_INTAKE, ORDERS } from "./shared/measures";
import { LAST_YEAR, MARKETING, STEADY } from "./shared/words";

const ON_THE_WEB: readonly Condition[] = [{ column: "channel", equals: "web" }];

export const PANIERWEB: KpiDefinition = {
  id: "PANIERWEB",
  family: "marketing",
  label: { fr: "Panier moyen web", en: "Average web order" },
  cardName: { fr: "Panier web", en: "Web order" },
  columnName: { fr: "Panier web", en: "Web order" },
  explanation: {
    fr: "Panier moyen des commandes passées sur le canal web, à la date de commande.",
    en: "Average order value of the orders placed on the web channel, by order date.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "ratio",
    numerator: { ...ORDER_INTAKE, where: ON_THE_WEB },
    denominator: { ...ORDERS, where: [...ON_THE_WEB, NOT_RETURNED] },
  },
  flow: false,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: { fr: "Faire du web un canal qui rapporte", en: "Make the web a channel that pays" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Proposer les accessoires au panier", en: "Offer accessories in the basket" },
      alerte: { fr: "Revoir le seuil de livraison gratuite", en: "Review the free delivery threshold" },
    },
    user: MARKETING,
  },
};
