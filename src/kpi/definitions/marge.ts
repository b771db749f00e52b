import type { KpiDefinition } from "../definition";

export const MARGE: KpiDefinition = {
  id: "MARGE",
  family: "salespeople",
  label: { fr: "Marge", en: "Margin" },
  explanation: {
    fr: "Montant HT moins coût des lignes dont le coût est connu, à la date de facturation.",
    en: "Net revenue less cost of the lines whose cost is known, by invoicing date.",
  },
  unit: "money",
  better: "high",
  value: {
    kind: "sum",
    table: "order_lines",
    date: "invoiced_on",
    column: "revenue",
    minus: "cost",
    where: [{ column: "cost", present: true }],
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
