import type { KpiDefinition } from "../definition";
import { ORDER_LINE_DIMENSIONS } from "./shared/dimensions";
import { DECIDED, REGIONS } from "./shared/words";

export const NOUVEAUXCLIENTS: KpiDefinition = {
  id: "NOUVEAUXCLIENTS",
  family: "customers",
  label: { fr: "Nouveaux clients", en: "New customers" },
  columnName: { fr: "Nouv. clients", en: "New customers" },
  explanation: {
    fr: "Nombre de clients dont la toute première commande tombe dans la période. Un axe ou un filtre regarde les lignes du jour de cette première commande.",
    en: "Number of customers whose first order ever lies in the period. A split or filter looks at the lines of the day of that first order.",
  },
  unit: "count",
  better: "high",
  value: {
    kind: "distinct",
    table: "order_lines",
    date: "first_ordered_on",
    column: "customer_id",
    addsOverTime: true,
  },
  flow: true,
  dimensions: ORDER_LINE_DIMENSIONS,
  register: {
    shownAt: 5,
    objective: {
      fr: "Renouveler le portefeuille plus vite qu'il ne s'use",
      en: "Renew the customer base faster than it wears out",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: { fr: "Soigner la deuxième commande", en: "Take care of the second order" },
      anticipation: { fr: "Rendre du temps à la prospection", en: "Give time back to prospecting" },
      alerte: {
        fr: "Fixer à chacun un quota de visites de prospects",
        en: "Set everyone a quota of prospect visits",
      },
    },
    user: REGIONS,
  },
};
