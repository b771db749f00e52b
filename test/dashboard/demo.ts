import { type OpenSource, openSource } from "../../src/cli/source";
import { gatherFacts, type LayoutFacts } from "../../src/dashboard/facts";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { isMatrix } from "../../src/functions/cell";
import { cellError } from "../../src/functions/cellError";
import { answerFormula } from "../../src/functions/formula/answer";
import type { Ask } from "../../src/xlsx/answerPlan";

/** The demo company with its targets, the real functions, and the facts that every dashboard depends on. */
export interface Demo {
  readonly open: OpenSource;
  readonly facts: LayoutFacts;
  readonly ask: Ask;
}

export async function openDemo(lines: number): Promise<Demo> {
  const open = await openSource({
    source: `demo:lines=${lines},seed=7`,
    dataDate: "2026-11-22",
    help: false,
    frozen: false,
    live: false,
    scopes: [],
    language: "fr",
  });
  const facts = await gatherFacts(open.source, DASHBOARDS, "fr");
  if (!facts.ok) throw new Error(facts.failure.code);
  const ask: Ask = async (formula) => {
    const answer = await answerFormula(formula, open, "fr");
    if (!answer.ok) return { error: cellError(answer.failure, "fr").code };
    return { values: isMatrix(answer.value) ? answer.value : [[answer.value]] };
  };
  return { open, facts: facts.value, ask };
}
