import type { TableKpiDefinition } from "../definition";
import { INVOICE_DIMENSIONS } from "./shared/dimensions";

export const BALANCEAGEE: TableKpiDefinition = {
  id: "BALANCEAGEE",
  family: "receivables",
  label: { fr: "Balance âgée", en: "Aged balance" },
  explanation: {
    fr: "Restes dus par retard de paiement à la date des données : non échu, 1 à 30 jours, 31 à 60, 61 à 90, plus de 90.",
    en: "Outstanding amounts by days past due at the data date: not due, 1 to 30 days, 31 to 60, 61 to 90, over 90.",
  },
  of: "ENCOURS",
  dimensions: INVOICE_DIMENSIONS,
};
