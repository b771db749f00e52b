import {
  type Answerer,
  type Cell,
  evaluate,
  Fault,
  fault,
  isFault,
  type Matrix,
  type Need,
  parseFormula,
  type Scalar,
  settle,
  single,
} from "../formula";
import { type DirectSource, type KpiSource, nearest } from "../kpi";
import { failed, type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";
import type { FunctionCatalogue } from "./catalogue";
import { type CellAnswer, isMatrix } from "./cell";
import { answerCalls, answerCallsDirectly, type FunctionCall } from "./drivers";

const NAMESPACE = "KPI.";

/** All that formulas need to be answered. */
export interface Answering<Source = KpiSource> {
  readonly source: Source;
  readonly catalogue: FunctionCatalogue;
}

/** The answer of a formula: one cell, or a block whose errors stay in their own cells. */
export type FormulaAnswer = Result<Scalar | Matrix>;

/** Answers one formula that stands alone, as Excel would: no names, no other cells. */
export async function answerFormula(
  formula: string,
  answering: Answering,
  language: Language,
): Promise<FormulaAnswer> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed;
  const answerer = kpiAnswerer(answering, language);
  return shown(await settle((answers) => evaluate(parsed.value, answers), answerer));
}

/** `answerFormula` at once, in a runtime without promises. */
export function answerFormulaDirectly(
  formula: string,
  { source, catalogue }: Answering<DirectSource>,
  language: Language,
): FormulaAnswer {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return parsed;
  const block = evaluate(parsed.value, (need) => {
    const call = callOf(need, catalogue);
    if (call instanceof Fault) return single(call);
    const [answer = failed("internal")] = answerCallsDirectly([call], source, language);
    return blockOf(answer);
  });
  return block ? shown(block) : failed("internal");
}

/** Answers the KPI calls of formulas, those of one round in one batch; a name or a cell means nothing there. */
export const kpiAnswerer =
  ({ source, catalogue }: Answering, language: Language): Answerer =>
  async (needs) => {
    const calls = needs.map((need) => callOf(need, catalogue));
    const known = calls.filter((call): call is FunctionCall => !isFault(call));
    const answers = await answerCalls(known, source, language);
    const blocks = new Map(known.map((call, index) => [call, blockOf(answers[index] ?? failed("internal"))]));
    return calls.map((call) => (isFault(call) ? single(call) : (blocks.get(call) as Matrix)));
  };

/** The function a formula calls, `KPI.CA`. Its fault: `function-unknown` {function, nearest?}. */
function callOf(need: Need, { byName }: FunctionCatalogue): FunctionCall | Fault {
  if (need.kind === "name") return fault("function-unknown", { function: need.name });
  if (need.kind === "cells")
    return fault("argument-invalid", { argument: need.text, expected: '"texte", 123, DATE(…)' });
  const { name, args } = need;
  const declaration = name.startsWith(NAMESPACE) ? byName.get(name.slice(NAMESPACE.length)) : undefined;
  if (declaration) return { declaration, args };
  const near = nearest(
    name,
    Array.from(byName.keys(), (known) => NAMESPACE + known),
  );
  return fault("function-unknown", { function: name, ...(near !== undefined && { nearest: near }) });
}

/** A call's answer as a formula goes on with it. */
export function blockOf(answer: CellAnswer): Matrix {
  if (!answer.ok) return single(new Fault(answer.failure));
  return isMatrix(answer.value) ? answer.value : single(answer.value);
}

function shown(block: Matrix): FormulaAnswer {
  const only: Cell | undefined = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only === undefined) return success(block);
  return isFault(only) ? { ok: false, failure: only.failure } : success(only);
}
