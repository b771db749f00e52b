import type { KpiDefinition } from "../definition";

export const TAUXOUVERTURE: KpiDefinition = {
  id: "TAUXOUVERTURE",
  family: "marketing",
  label: { fr: "Taux d'ouverture", en: "Open rate" },
  explanation: {
    fr: "Messages ouverts divisés par les messages délivrés des emailings, à la date d'envoi.",
    en: "Messages opened divided by the messages delivered, by sending date.",
  },
  unit: "percent",
  better: "high",
  value: {
    kind: "ratio",
    numerator: { kind: "sum", table: "campaigns", date: "sent_on", column: "opened" },
    denominator: { kind: "sum", table: "campaigns", date: "sent_on", column: "delivered" },
  },
  flow: false,
  dimensions: [],
};
