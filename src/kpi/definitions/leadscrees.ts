import type { KpiDefinition } from "../definition";
import { LEAD_DIMENSIONS } from "./shared/dimensions";
import { LAST_YEAR, MARKETING, STEADY } from "./shared/words";

export const LEADSCREES: KpiDefinition = {
  id: "LEADSCREES",
  family: "marketing",
  label: { fr: "Leads créés", en: "Leads created" },
  columnName: { fr: "Leads créés", en: "Leads" },
  explanation: {
    fr: "Nombre de leads, à la date de création.",
    en: "Number of leads, by creation date.",
  },
  unit: "count",
  better: "high",
  value: { kind: "count", table: "leads", date: "created_on" },
  flow: true,
  dimensions: LEAD_DIMENSIONS,
  register: {
    objective: { fr: "Alimenter les commerciaux en contacts", en: "Feed the salespeople with contacts" },
    targetSource: LAST_YEAR,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Avancer la prochaine campagne", en: "Bring the next campaign forward" },
      alerte: { fr: "Revoir les canaux et leur budget", en: "Review the channels and their budget" },
    },
    user: MARKETING,
  },
};
