import type { KpiDefinition } from "../definition";
import { OPPORTUNITY_DIMENSIONS } from "./shared/dimensions";
import { OPEN_AMOUNTS } from "./shared/measures";
import { BUDGET, DIRECTOR, STEADY } from "./shared/words";

export const PIPE: KpiDefinition = {
  id: "PIPE",
  family: "pipeline",
  label: { fr: "Pipe pondéré", en: "Weighted pipeline" },
  cardName: { fr: "Pipe de la période", en: "Pipeline of the period" },
  explanation: {
    fr: "Somme des montants des opportunités ouvertes, chacun multiplié par sa probabilité. Avec une période : celles dont l'échéance y tombe.",
    en: "Amounts of the open opportunities, each multiplied by its probability. With a period: those expected in it.",
  },
  unit: "money",
  better: "high",
  value: { ...OPEN_AMOUNTS, weightedBy: "probability" },
  flow: false,
  dimensions: OPPORTUNITY_DIMENSIONS,
  register: {
    shownAt: 7,
    objective: {
      fr: "Savoir si les affaires en cours suffiront au budget",
      en: "Know whether open deals will make the budget",
    },
    targetSource: BUDGET,
    decisions: {
      equilibre: STEADY,
      anticipation: {
        fr: "Reprendre une à une les affaires sans étape depuis 30 jours",
        en: "Go through deals stalled for 30 days",
      },
      alerte: {
        fr: "Remettre la prospection en tête des agendas",
        en: "Put prospecting first in every diary",
      },
    },
    user: DIRECTOR,
  },
};
