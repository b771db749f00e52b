import type { KpiDefinition } from "../definition";
import { OPPORTUNITY_DIMENSIONS } from "./shared/dimensions";
import { OPEN_OPPORTUNITIES } from "./shared/measures";
import { DECIDED, REGIONS, STEADY } from "./shared/words";

export const OPPORTUNITES: KpiDefinition = {
  id: "OPPORTUNITES",
  family: "pipeline",
  label: { fr: "Opportunités ouvertes", en: "Open opportunities" },
  cardName: { fr: "Opportunités", en: "Open deals" },
  explanation: {
    fr: "Nombre d'opportunités ouvertes. Avec une période : celles dont l'échéance y tombe.",
    en: "Number of open opportunities. With a period: those expected in it.",
  },
  unit: "count",
  better: "high",
  value: OPEN_OPPORTUNITIES,
  flow: false,
  dimensions: OPPORTUNITY_DIMENSIONS,
  register: {
    objective: {
      fr: "Garder assez d'affaires ouvertes par commercial",
      en: "Keep enough open deals per salesperson",
    },
    targetSource: DECIDED,
    decisions: {
      equilibre: STEADY,
      anticipation: { fr: "Répartir les leads en attente", en: "Hand out the waiting leads" },
      alerte: {
        fr: "Demander une campagne ciblée au marketing",
        en: "Ask marketing for a targeted campaign",
      },
    },
    user: REGIONS,
  },
};
