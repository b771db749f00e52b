import type { KpiDefinition } from "../definition";

export const NOUVEAUXCLIENTS: KpiDefinition = {
  id: "NOUVEAUXCLIENTS",
  family: "customers",
  label: { fr: "Nouveaux clients", en: "New customers" },
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
  dimensions: [
    "region",
    "secteur",
    "commercial",
    "equipe",
    "client",
    "produit",
    "famille",
    "point de vente",
    "canal",
  ],
};
