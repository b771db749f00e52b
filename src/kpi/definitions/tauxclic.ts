import type { KpiDefinition } from "../definition";
import { DELIVERED } from "./shared/measures";
import { LAST_YEAR, MARKETING, STEADY } from "./shared/words";

export const TAUXCLIC: KpiDefinition = {
  id: "TAUXCLIC",
  family: "marketing",
  label: { fr: "Taux de clic", en: "Click rate" },
  columnName: { fr: "Clic", en: "Clicked" },
  explanation: {
    fr: "Messages cliqués divisés par les messages délivrés des emailings, à la date d'envoi.",
    en: "Messages clicked divided by the messages delivered, by sending date.",
  },
  unit: "percent",
  better: "high",
  value: { kind: "ratio", numerator: { ...DELIVERED, column: "clicked" }, denominator: DELIVERED },
  flow: false,
  dimensions: [],
  register: {
    objective: { fr: "Amener les lecteurs à l'offre", en: "Bring readers to the offer" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Une seule offre par message", en: "One offer a message" },
      alerte: { fr: "Refaire le message avec un commercial", en: "Rewrite the message with a salesperson" },
    },
    user: MARKETING,
  },
};
