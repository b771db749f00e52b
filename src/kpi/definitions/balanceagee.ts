import { AGEING_IN_WORDS } from "../ageing";
import type { TableKpiDefinition } from "../definition";
import { INVOICE_DIMENSIONS } from "./shared/dimensions";

export const BALANCEAGEE: TableKpiDefinition = {
  id: "BALANCEAGEE",
  family: "receivables",
  label: { fr: "Balance âgée", en: "Aged balance" },
  explanation: {
    fr: `Restes dus par retard de paiement à la date des données : ${AGEING_IN_WORDS.fr}.`,
    en: `Outstanding amounts by days past due at the data date: ${AGEING_IN_WORDS.en}.`,
  },
  of: "ENCOURS",
  dimensions: INVOICE_DIMENSIONS,
};
