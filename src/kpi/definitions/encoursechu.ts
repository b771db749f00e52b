import type { KpiDefinition } from "../definition";
import { INVOICE_DIMENSIONS } from "./shared/dimensions";
import { OUTSTANDING } from "./shared/measures";
import { CEILING, FINANCE, STEADY } from "./shared/words";

export const ENCOURSECHU: KpiDefinition = {
  id: "ENCOURSECHU",
  family: "receivables",
  label: { fr: "Encours échu", en: "Overdue receivables" },
  cardName: { fr: "Encours échu", en: "Overdue" },
  explanation: {
    fr: "Somme des restes dus des factures échues avant la date des données. Avec une période : celles émises dans la période.",
    en: "Outstanding amounts of the invoices due before the data date. With a period: those issued in it.",
  },
  unit: "money",
  better: "low",
  value: { ...OUTSTANDING, where: [{ column: "due_on", before: "data-date" }] },
  flow: false,
  dimensions: INVOICE_DIMENSIONS,
  register: {
    objective: { fr: "Faire payer à l'échéance", en: "Be paid on the due date" },
    targetSource: CEILING,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Faire relancer par le commercial du client",
        en: "Have the customer's salesperson call",
      },
      alerte: { fr: "Passer les dossiers au recouvrement", en: "Hand the cases to collection" },
    },
    user: FINANCE,
  },
};
