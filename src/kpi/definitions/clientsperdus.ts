import type { KpiDefinition } from "../definition";

export const CLIENTSPERDUS: KpiDefinition = {
  id: "CLIENTSPERDUS",
  family: "customers",
  label: { fr: "Clients perdus", en: "Lost customers" },
  explanation: {
    fr: "Nombre de clients dont la dernière commande, augmentée de 12 mois (réglage), tombe dans la période et pas après la date des données. Un axe ou un filtre regarde les lignes du jour de cette dernière commande.",
    en: "Number of customers whose last order plus 12 months (a setting) lies in the period and not after the data date. A split or filter looks at the lines of the day of that last order.",
  },
  unit: "count",
  better: "low",
  value: {
    kind: "distinct",
    table: "order_lines",
    date: "lost_on",
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
