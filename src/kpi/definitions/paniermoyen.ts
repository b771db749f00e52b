import type { KpiDefinition } from "../definition";

export const PANIERMOYEN: KpiDefinition = {
  id: "PANIERMOYEN",
  family: "orders",
  label: { fr: "Panier moyen", en: "Average order value" },
  explanation: {
    fr: "Montant des commandes divisé par le nombre de commandes, à la date de commande.",
    en: "Order intake divided by the number of orders, by order date.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "ratio",
    numerator: { kind: "sum", table: "order_lines", date: "ordered_on", column: "revenue" },
    denominator: { kind: "distinct", table: "order_lines", date: "ordered_on", column: "order_id" },
  },
  flow: false,
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
