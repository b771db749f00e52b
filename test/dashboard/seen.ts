/** Reads a sheet as a person sees it. */
import type { CellStyle, SheetPlan } from "../../src/dashboard/plan";
import type { Scalar } from "../../src/formula";
import type { Answer } from "../../src/kpi/source";
import { TIER_FACES } from "../../src/kpi/tier";
import type { PlanAnswers } from "../../src/xlsx/answerPlan";
import { FRENCH_MONTHS } from "../support/months";

export const shown = (answer: Answer): Scalar =>
  typeof answer === "string" ? `${TIER_FACES[answer].sign} ${TIER_FACES[answer].label.fr}` : (answer ?? "");

/** The cell that holds this text, as row and column. */
export function textAt({ cells }: SheetPlan, words: string, face?: CellStyle) {
  const found = cells.find(
    ({ content, style }) =>
      content.kind === "text" && content.text === words && (face === undefined || style === face),
  );
  if (!found) throw new Error(`no cell "${words}"`);
  return found;
}

/** `sept. 26` as formulas take it. */
export function codeOf(named: string): string {
  const [month = "", year] = named.split(" ");
  return `20${year}-${String(FRENCH_MONTHS.indexOf(month) + 1).padStart(2, "0")}`;
}

/** Everything a sheet shows, by cell. */
export function valuesOf(answers: PlanAnswers): Map<string, Scalar> {
  const values = new Map<string, Scalar>();
  for (const [key, answer] of answers) {
    if ("error" in answer) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    for (const [down, line] of answer.values.entries())
      for (const [right, value] of line.entries()) values.set(`${row + down},${column + right}`, value);
  }
  return values;
}
