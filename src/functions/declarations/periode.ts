import { success } from "../../sales/failure";
import { asking, type FunctionDeclaration } from "../declaration";
import { DATE, GRAIN } from "../parameters";

const USUAL_GRAIN = "mois";

/** The period that a date lies in, as text that every other function takes. */
export const periode: FunctionDeclaration = {
  id: "PERIODE",
  description: {
    fr: "La période d'une date, en texte : le mois, ou le jour, la semaine, le trimestre, le semestre, l'année.",
    en: "The period of a date, as text: the month, or the day, week, quarter, half-year or year.",
  },
  parameters: [DATE, GRAIN],
  result: "scalar",
  examples: [
    '=KPI.PERIODE("2026-03-15")',
    '=KPI.PERIODE("2026-03-15","trimestre")',
    '=KPI.PERIODE("J","semaine")',
  ],
  ask: ({ period, axis = USUAL_GRAIN }) =>
    asking([{ ask: "periodName", date: period, grain: axis }], ([name]) =>
      name.ok ? success(name.value) : name,
    ),
};
