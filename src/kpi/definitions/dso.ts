import type { KpiDefinition } from "../definition";
import { INVOICE_DIMENSIONS } from "./shared/dimensions";
import { OUTSTANDING } from "./shared/measures";
import { FINANCE, STEADY } from "./shared/words";

/** Days of invoices that receivables are compared with. */
const DAYS = 90;

export const DSO: KpiDefinition = {
  id: "DSO",
  family: "receivables",
  label: { fr: "Délai moyen de paiement (DSO)", en: "Days sales outstanding" },
  cardName: { fr: "DSO", en: "DSO" },
  explanation: {
    fr: `Encours divisé par le montant des factures émises dans les ${DAYS} derniers jours jusqu'à la date des données, fois ${DAYS}. Une période ne restreint que l'encours.`,
    en: `Receivables divided by the amount of the invoices issued in the last ${DAYS} days up to the data date, times ${DAYS}. A period restricts the receivables only.`,
  },
  unit: "days",
  better: "low",
  value: {
    kind: "ratio",
    numerator: OUTSTANDING,
    denominator: { kind: "sum", table: "invoices", date: "issued_on", column: "amount", lastDays: DAYS },
    scale: DAYS,
  },
  flow: false,
  dimensions: INVOICE_DIMENSIONS,
  register: {
    objective: { fr: "Raccourcir le délai entre vente et argent", en: "Shorten the way from sale to cash" },
    targetSource: { fr: "Conditions de paiement", en: "Terms of payment" },
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Rappeler les conditions à la signature", en: "Recall the terms when signing" },
      alerte: { fr: "Demander un acompte aux nouveaux clients", en: "Ask new customers for a deposit" },
    },
    user: FINANCE,
  },
};
