import type { Language } from "../../sales/text";
import type { CellAnswer } from "../cell";
import { type Answering, callFunction } from "./call";
import { compute } from "./compute";
import { parseFormula } from "./parse";

/** What Excel would show for one formula that stands alone: no names, no other cells. */
export async function answerFormula(
  formula: string,
  answering: Answering,
  language: Language,
): Promise<CellAnswer> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed;
  return compute(parsed.value, {
    call: (name, args) => callFunction(name, args, answering, language),
    name: () => undefined,
    cell: () => undefined,
  });
}
