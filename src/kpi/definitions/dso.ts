import type { KpiDefinition } from "../definition";

export const DSO: KpiDefinition = {
  id: "DSO",
  family: "receivables",
  label: { fr: "Délai moyen de paiement (DSO)", en: "Days sales outstanding" },
  explanation: {
    fr: "Encours divisé par le montant des factures émises dans les 90 derniers jours jusqu'à la date des données, fois 90. Une période ne restreint que l'encours.",
    en: "Receivables divided by the amount of the invoices issued in the last 90 days up to the data date, times 90. A period restricts the receivables only.",
  },
  unit: "days",
  better: "low",
  value: {
    kind: "ratio",
    numerator: { kind: "sum", table: "invoices", date: "issued_on", column: "outstanding" },
    denominator: { kind: "sum", table: "invoices", date: "issued_on", column: "amount", lastDays: 90 },
    scale: 90,
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "tranche"],
};
