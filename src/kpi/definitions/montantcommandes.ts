import type { KpiDefinition } from "../definition";

export const MONTANTCOMMANDES: KpiDefinition = {
  id: "MONTANTCOMMANDES",
  family: "orders",
  label: { fr: "Montant des commandes", en: "Order intake" },
  explanation: {
    fr: "Somme des montants HT des lignes de commande, à la date de commande.",
    en: "Net revenue of the order lines, by order date.",
  },
  unit: "money",
  better: "high",
  value: { kind: "sum", table: "order_lines", date: "ordered_on", column: "revenue" },
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
