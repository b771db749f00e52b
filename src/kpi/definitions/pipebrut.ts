import type { KpiDefinition } from "../definition";
import { OPPORTUNITY_DIMENSIONS } from "./shared/dimensions";
import { OPEN_AMOUNTS } from "./shared/measures";
import { BUDGET, DIRECTOR, STEADY } from "./shared/words";

export const PIPEBRUT: KpiDefinition = {
  id: "PIPEBRUT",
  family: "pipeline",
  label: { fr: "Pipe brut", en: "Gross pipeline" },
  cardName: { fr: "Pipe brut", en: "Gross pipeline" },
  explanation: {
    fr: "Somme des montants des opportunités ouvertes, sans pondération. Avec une période : celles dont l'échéance y tombe.",
    en: "Amounts of the open opportunities, unweighted. With a period: those expected in it.",
  },
  unit: "money",
  better: "high",
  value: OPEN_AMOUNTS,
  flow: false,
  dimensions: OPPORTUNITY_DIMENSIONS,
  register: {
    objective: {
      fr: "Mesurer le volume en jeu, probabilités mises à part",
      en: "Measure the volume at stake, odds aside",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Vérifier les montants des plus grosses affaires",
        en: "Check the amounts of the biggest deals",
      },
      alerte: { fr: "Ouvrir de nouvelles cibles avec le marketing", en: "Open new targets with marketing" },
    },
    user: DIRECTOR,
  },
};
