import type { KpiDefinition } from "../definition";
import { INVOICE_DIMENSIONS } from "./shared/dimensions";
import { OUTSTANDING } from "./shared/measures";
import { CEILING, FINANCE, STEADY } from "./shared/words";

export const ENCOURS: KpiDefinition = {
  id: "ENCOURS",
  family: "receivables",
  label: { fr: "Encours clients", en: "Receivables" },
  cardName: { fr: "Encours (période)", en: "Owed (period)" },
  explanation: {
    fr: "Somme des restes dus à la date des données. Avec une période : ceux des factures émises dans la période.",
    en: "Outstanding amounts at the data date. With a period: those of the invoices issued in it.",
  },
  unit: "money",
  better: "low",
  value: OUTSTANDING,
  flow: false,
  dimensions: INVOICE_DIMENSIONS,
  register: {
    shownAt: 9,
    objective: { fr: "Une vente n'est faite que payée", en: "A sale is made once it is paid" },
    targetSource: CEILING,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Relancer les dix premiers débiteurs", en: "Chase the ten biggest debtors" },
      alerte: {
        fr: "Suspendre les livraisons des retards de plus de 60 jours",
        en: "Hold deliveries of debts over 60 days",
      },
    },
    user: FINANCE,
  },
};
