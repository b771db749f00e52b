import type { KpiDefinition } from "../definition";

export const ENCOURSECHU: KpiDefinition = {
  id: "ENCOURSECHU",
  family: "receivables",
  label: { fr: "Encours échu", en: "Overdue receivables" },
  explanation: {
    fr: "Somme des restes dus des factures échues avant la date des données. Avec une période : celles émises dans la période.",
    en: "Outstanding amounts of the invoices due before the data date. With a period: those issued in it.",
  },
  unit: "money",
  better: "low",
  value: {
    kind: "sum",
    table: "invoices",
    date: "issued_on",
    column: "outstanding",
    where: [{ column: "due_on", before: "data-date" }],
  },
  flow: false,
  dimensions: ["region", "secteur", "commercial", "equipe", "client", "tranche"],
};
