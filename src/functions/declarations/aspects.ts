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
    "ATTEINTE",
    "attainment",
    {
      fr: "La part de l'objectif atteinte : valeur ÷ objectif au prorata des jours écoulés. Vide sans objectif.",
      en: "The share of the target reached: value ÷ target pro-rated by elapsed days. Empty without a target.",
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
      fr: "La valeur attendue à la fin de la période, au rythme des jours écoulés.",
      en: "The value expected at the end of the period, at the pace of the elapsed days.",
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
