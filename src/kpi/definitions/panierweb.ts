import type { KpiDefinition } from "../definition";

export const PANIERWEB: KpiDefinition = {
  id: "PANIERWEB",
  family: "marketing",
  label: { fr: "Panier moyen web", en: "Average web order" },
  explanation: {
    fr: "Panier moyen des commandes passées sur le canal web, à la date de commande.",
    en: "Average order value of the orders placed on the web channel, by order date.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "ratio",
    numerator: {
      kind: "sum",
      table: "order_lines",
      date: "ordered_on",
      column: "revenue",
      where: [{ column: "channel", equals: "web" }],
    },
    denominator: {
      kind: "distinct",
      table: "order_lines",
      date: "ordered_on",
      column: "order_id",
      where: [{ column: "channel", equals: "web" }],
    },
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
