import type { KpiDefinition } from "../definition";

export const TAUXMARGE: KpiDefinition = {
  id: "TAUXMARGE",
  family: "salespeople",
  label: { fr: "Taux de marge", en: "Margin rate" },
  explanation: {
    fr: "Marge divisée par le montant HT des mêmes lignes : celles dont le coût est connu, à la date de facturation.",
    en: "Margin divided by the net revenue of the same lines: those whose cost is known, by invoicing date.",
  },
  unit: "percent",
  better: "high",
  value: {
    kind: "ratio",
    numerator: {
      kind: "sum",
      table: "order_lines",
      date: "invoiced_on",
      column: "revenue",
      minus: "cost",
      where: [{ column: "cost", present: true }],
    },
    denominator: {
      kind: "sum",
      table: "order_lines",
      date: "invoiced_on",
      column: "revenue",
      where: [{ column: "cost", present: true }],
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
