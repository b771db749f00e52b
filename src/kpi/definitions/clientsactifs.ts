import type { KpiDefinition } from "../definition";

export const CLIENTSACTIFS: KpiDefinition = {
  id: "CLIENTSACTIFS",
  family: "customers",
  label: { fr: "Clients actifs", en: "Active customers" },
  explanation: {
    fr: "Nombre de clients différents ayant au moins une ligne de commande, à la date de commande.",
    en: "Number of different customers with at least one order line, by order date.",
  },
  unit: "count",
  better: "high",
  value: { kind: "distinct", table: "order_lines", date: "ordered_on", column: "customer_id" },
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
