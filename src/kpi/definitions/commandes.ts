import type { KpiDefinition } from "../definition";

export const COMMANDES: KpiDefinition = {
  id: "COMMANDES",
  family: "orders",
  label: { fr: "Commandes", en: "Orders" },
  explanation: {
    fr: "Nombre de commandes différentes, à la date de commande.",
    en: "Number of different orders, by order date.",
  },
  unit: "count",
  better: "high",
  value: {
    kind: "distinct",
    table: "order_lines",
    date: "ordered_on",
    column: "order_id",
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
