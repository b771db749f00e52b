import type { KpiDefinition } from "../definition";

export const TAUXCLIC: KpiDefinition = {
  id: "TAUXCLIC",
  family: "marketing",
  label: { fr: "Taux de clic", en: "Click rate" },
  explanation: {
    fr: "Messages cliqués divisés par les messages délivrés des emailings, à la date d'envoi.",
    en: "Messages clicked divided by the messages delivered, by sending date.",
  },
  unit: "percent",
  better: "high",
  value: {
    kind: "ratio",
    numerator: { kind: "sum", table: "campaigns", date: "sent_on", column: "clicked" },
    denominator: { kind: "sum", table: "campaigns", date: "sent_on", column: "delivered" },
  },
  flow: false,
  dimensions: [],
};
