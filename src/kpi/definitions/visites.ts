import type { KpiDefinition } from "../definition";
import { VISIT_DIMENSIONS } from "./shared/dimensions";
import { VISITS } from "./shared/measures";
import { DECIDED, REGIONS, STEADY } from "./shared/words";

export const VISITES: KpiDefinition = {
  id: "VISITES",
  family: "salespeople",
  label: { fr: "Visites", en: "Visits" },
  columnName: { fr: "Visites", en: "Visits" },
  explanation: {
    fr: "Nombre de visites, à la date de visite.",
    en: "Number of visits, by date of visit.",
  },
  unit: "count",
  better: "high",
  value: VISITS,
  flow: true,
  dimensions: VISIT_DIMENSIONS,
  register: {
    objective: { fr: "Être présent chez les clients qui comptent", en: "Be present where it matters" },
    targetSource: DECIDED,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Revoir les tournées de la semaine", en: "Review this week's rounds" },
      alerte: {
        fr: "Alléger l'administratif et refaire les secteurs",
        en: "Cut paperwork and redraw territories",
      },
    },
    user: REGIONS,
  },
};
