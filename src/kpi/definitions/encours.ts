import type { KpiDefinition } from "../definition";

export const ENCOURS: KpiDefinition = {
  id: "ENCOURS",
  family: "receivables",
  label: { fr: "Encours clients", en: "Receivables" },
  explanation: {
    fr: "Somme des restes dus à la date des données. Avec une période : ceux des factures émises dans la période.",
    en: "Outstanding amounts at the data date. With a period: those of the invoices issued in it.",
  },
  unit: "money",
  better: "low",
  value: { kind: "sum", table: "invoices", date: "issued_on", column: "outstanding" },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "tranche"],
};
