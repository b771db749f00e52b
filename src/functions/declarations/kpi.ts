import type { KpiDefinition } from "../../kpi";
import type { FunctionDeclaration } from "../declaration";
import { QUESTION } from "../parameters";
import { askQuestion } from "./question";

/** The function of a KPI: `KPI.CA(axis; period; [member]; [axis; member]…)`. */
export function kpiFunction(definition: KpiDefinition): FunctionDeclaration {
  const { id, longName, label, explanation, dimensions } = definition;
  const dimension = dimensions[0];
  return {
    id,
    ...(longName === undefined ? {} : { longName }),
    description: { fr: `${label.fr}. ${explanation.fr}`, en: `${label.en}. ${explanation.en}` },
    parameters: QUESTION,
    result: "matrix",
    examples: [`=KPI.${id}(,"CUMUL")`, ...(dimension ? [`=KPI.${id}("${dimension}","CUMUL")`] : [])],
    ask: (input) => askQuestion(input, id, "value"),
  };
}
