import type { KpiDefinition } from "../definition";

export const CA: KpiDefinition = {
  id: "CA",
  longName: "CHIFFREAFFAIRES",
  family: "revenue",
  label: { fr: "Chiffre d'affaires", en: "Revenue" },
  explanation: {
    fr: "Somme des montants HT des lignes de commande, à la date de facturation. Les avoirs viennent en déduction.",
    en: "Net revenue of the order lines, by invoicing date. Credit notes are deducted.",
  },
  unit: "money",
  better: "high",
  value: { kind: "sum", table: "order_lines", date: "invoiced_on", column: "revenue" },
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
