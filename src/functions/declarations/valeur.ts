import type { FunctionDeclaration } from "../declaration";
import { KPI_QUESTION } from "../parameters";
import { askQuestion } from "./question";

/** The value of any KPI by its id: the one function of a company's own indicators. */
export const valeur: FunctionDeclaration = {
  id: "VALEUR",
  description: {
    fr: "La valeur d'un indicateur par son code, les vôtres (feuille « Référentiel ») comme ceux de Vigie.",
    en: "The value of a KPI by its code, your own ones (sheet “Référentiel”) and Vigie's alike.",
  },
  parameters: KPI_QUESTION,
  result: "matrix",
  examples: ['=KPI.VALEUR("CA",,"CUMUL")', '=KPI.VALEUR("MARGE","region","CUMUL")'],
  ask: (input) => askQuestion(input, input.kpi ?? "", "value"),
};
