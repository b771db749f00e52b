import type { KpiDefinition } from "../definition";
import { DELIVERED } from "./shared/measures";
import { LAST_YEAR, MARKETING, STEADY } from "./shared/words";

export const TAUXOUVERTURE: KpiDefinition = {
  id: "TAUXOUVERTURE",
  family: "marketing",
  label: { fr: "Taux d'ouverture", en: "Open rate" },
  columnName: { fr: "Ouverture", en: "Opened" },
  explanation: {
    fr: "Messages ouverts divisés par les messages délivrés des emailings, à la date d'envoi.",
    en: "Messages opened divided by the messages delivered, by sending date.",
  },
  unit: "percent",
  better: "high",
  value: { kind: "ratio", numerator: { ...DELIVERED, column: "opened" }, denominator: DELIVERED },
  flow: false,
  dimensions: [],
  register: {
    objective: { fr: "Savoir si nos messages sont attendus", en: "Know whether our messages are wanted" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Tester deux objets de message", en: "Test two subject lines" },
      alerte: { fr: "Nettoyer les listes et espacer les envois", en: "Clean the lists and send less often" },
    },
    user: MARKETING,
  },
};
