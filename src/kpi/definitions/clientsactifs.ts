import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { NOT_RETURNED } from "./shared/measures";
import { LAST_YEAR, REGIONS, STEADY } from "./shared/words";

export const CLIENTSACTIFS: KpiDefinition = {
  id: "CLIENTSACTIFS",
  family: "customers",
  label: { fr: "Clients actifs", en: "Active customers" },
  columnName: { fr: "Clients actifs", en: "Active" },
  explanation: {
    fr: "Nombre de clients différents ayant au moins une ligne de commande, à la date de commande. Un retour n'est pas une commande.",
    en: "Number of different customers with at least one order line, by order date. A return is no order.",
  },
  unit: "count",
  better: "high",
  value: {
    kind: "distinct",
    table: "order_lines",
    date: "ordered_on",
    column: "customer_id",
    where: [NOT_RETURNED],
  },
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    objective: {
      fr: "Garder un portefeuille de clients vivant",
      en: "Keep the customer base alive",
    },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Appeler les clients sans commande depuis 3 mois",
        en: "Call customers silent for 3 months",
      },
      alerte: { fr: "Lancer une campagne de réactivation", en: "Launch a win-back campaign" },
    },
    user: REGIONS,
  },
};
