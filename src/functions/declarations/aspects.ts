import type { Aspect } from "../../kpi";
import type { Text } from "../../sales/text";
import type { FunctionDeclaration } from "../declaration";
import { KPI_QUESTION } from "../parameters";
import { askQuestion } from "./question";

const aspectFunction = (
  id: string,
  aspect: Aspect,
  description: Text,
  example: string,
): FunctionDeclaration => ({
  id,
  description,
  parameters: KPI_QUESTION,
  result: "matrix",
  examples: [`=KPI.${id}("CA",,"${example}")`, `=KPI.${id}("CA","region","${example}")`],
  ask: (input) => askQuestion(input, input.kpi ?? "", aspect),
});

/** Functions of a KPI beside its value; each takes the KPI's id first. */
export const aspectFunctions: readonly FunctionDeclaration[] = [
  aspectFunction(
    "OBJECTIF",
    "target",
    {
      fr: "L'objectif d'un indicateur, tel que la feuille « Objectifs » le donne. Vide sans objectif.",
      en: "A KPI's target, as the sheet “Objectifs” gives it. Empty without a target.",
    },
    "T",
  ),
  aspectFunction(
    "OBJECTIFDU",
    "due",
    {
      fr: "La part de l'objectif due à la date des données, selon le cours des années passées. Vide sans objectif.",
      en: "The part of the target due by the data date, by the course of past years. Empty without a target.",
    },
    "T",
  ),
  aspectFunction(
    "ATTEINTE",
    "attainment",
    {
      fr: "La part de l'objectif atteinte : valeur ÷ objectif dû à la date des données (OBJECTIFDU). Vide sans objectif.",
      en: "The share of the target reached: value ÷ target due by the data date (OBJECTIFDU). Empty without a target.",
    },
    "T",
  ),
  aspectFunction(
    "EVOLUTION",
    "evolution",
    {
      fr: "L'évolution sur la même période un an plus tôt : 0,05 pour +5 %.",
      en: "The change on the same period a year before: 0.05 for +5%.",
    },
    "CUMUL",
  ),
  aspectFunction(
    "PROJECTION",
    "projection",
    {
      fr: "La valeur attendue à la fin de la période, si elle suit le cours des années passées (KPI.EXPLIQUER dit lequel).",
      en: "The value expected at the end of the period, if it follows the course of past years (KPI.EXPLIQUER says which).",
    },
    "M",
  ),
  aspectFunction(
    "NIVEAU",
    "tier",
    {
      fr: "Le niveau de pilotage : Équilibre, Anticipation ou Alerte. Vide sans objectif.",
      en: "The tier: Balance, Anticipation or Alert. Empty without a target.",
    },
    "T",
  ),
];
