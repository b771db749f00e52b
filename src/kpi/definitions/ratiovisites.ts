import type { KpiDefinition } from "../definition";

export const RATIOVISITES: KpiDefinition = {
  id: "RATIOVISITES",
  family: "salespeople",
  label: { fr: "Visites par commande", en: "Visits per order" },
  explanation: {
    fr: "Nombre de visites divisé par le nombre de commandes.",
    en: "Number of visits divided by the number of orders.",
  },
  unit: "ratio",
  better: "low",
  value: {
    kind: "ratio",
    numerator: { kind: "count", table: "visits", date: "visited_on" },
    denominator: { kind: "distinct", table: "order_lines", date: "ordered_on", column: "order_id" },
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client"],
};
