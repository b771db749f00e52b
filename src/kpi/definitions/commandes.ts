import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { ORDERS } from "./shared/measures";
import { LAST_YEAR, REGIONS, STEADY } from "./shared/words";

export const COMMANDES: KpiDefinition = {
  id: "COMMANDES",
  family: "orders",
  label: { fr: "Commandes", en: "Orders" },
  columnName: { fr: "Nb commandes", en: "Orders" },
  explanation: {
    fr: "Nombre de commandes différentes, à la date de commande. Un retour n'est pas une commande.",
    en: "Number of different orders, by order date. A return is no order.",
  },
  unit: "count",
  better: "high",
  value: ORDERS,
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: { fr: "Suivre l'activité, sans l'effet des prix", en: "Follow activity, whatever the prices" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Relancer les clients réguliers en retard",
        en: "Chase regular customers who are late",
      },
      alerte: { fr: "Revoir l'offre et la disponibilité des produits", en: "Review the offer and stock" },
    },
    user: REGIONS,
  },
};
