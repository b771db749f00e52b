import type { AnswerTo, DirectSource, KpiRequest, KpiSource } from "../kpi";
import { FailureError, failure, type Result } from "../sales/failure";
import type { Language } from "../sales/text";
import type { CellAnswer, CellArgument } from "./cell";
import type { Asked, CellContext, FunctionDeclaration } from "./declaration";
import { readInput } from "./input";

/** One call of a function, with the arguments as Excel hands them over. */
export interface FunctionCall {
  readonly declaration: FunctionDeclaration;
  readonly args: readonly CellArgument[];
}

/**
 * Answers calls of one calculation as one batch: a source elsewhere is asked once for all of them. Never rejects:
 * what goes wrong in one call becomes that cell's failure and strands no other.
 */
export async function answerCalls(
  calls: readonly FunctionCall[],
  source: KpiSource,
  language: Language,
): Promise<readonly CellAnswer[]> {
  const asked = calls.map((call) => ask(call, language));
  try {
    const answers = await source.answer(requestsOf(asked));
    return cellsOf(asked, answers, { language, provenance: source.provenance, kpis: source.kpis });
  } catch (error) {
    const refusal = refused(error);
    return asked.map((one) => (one.ok ? refusal : one));
  }
}

/** Answers calls at once, in a runtime without promises. Never throws. */
export function answerCallsDirectly(
  calls: readonly FunctionCall[],
  source: DirectSource,
  language: Language,
): readonly CellAnswer[] {
  const asked = calls.map((call) => ask(call, language));
  try {
    const answers = source.answer(requestsOf(asked));
    return cellsOf(asked, answers, { language, provenance: source.provenance, kpis: source.kpis });
  } catch (error) {
    const refusal = refused(error);
    return asked.map((one) => (one.ok ? refusal : one));
  }
}

/** Reads a call's arguments and says what it asks. Never throws. */
function ask({ declaration, args }: FunctionCall, language: Language): Result<Asked> {
  return guarded(() => {
    const input = readInput(declaration.parameters, args, language);
    return input.ok ? { ok: true, value: declaration.ask(input.value) } : input;
  });
}

const requestsOf = (asked: readonly Result<Asked>[]): readonly KpiRequest[] =>
  asked.flatMap((one) => (one.ok ? one.value.requests : []));

/** Hands each call its own answers, in the order they were asked. */
function cellsOf(
  asked: readonly Result<Asked>[],
  answers: readonly AnswerTo<KpiRequest>[],
  context: CellContext,
): readonly CellAnswer[] {
  let from = 0;
  return asked.map((one) => {
    if (!one.ok) return one;
    const own = answers.slice(from, from + one.value.requests.length);
    from += own.length;
    return guarded(() => one.value.cells(own, context));
  });
}

function guarded<T>(run: () => Result<T>): Result<T> {
  try {
    return run();
  } catch (error) {
    return refused(error);
  }
}

const refused = (error: unknown): Result<never> => ({
  ok: false,
  failure: error instanceof FailureError ? error.failure : failure("internal"),
});
