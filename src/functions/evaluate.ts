import type { KpiSource } from "../kpi";
import { FailureError, failure } from "../sales/failure";
import type { Language } from "../sales/text";
import type { CellAnswer, CellArgument } from "./cell";
import type { FunctionDeclaration } from "./declaration";
import { readInput } from "./input";

/** Answers one call. Never throws: whatever goes wrong inside becomes a failure, so one cell never strands others. */
export async function evaluate(
  declaration: FunctionDeclaration,
  args: readonly CellArgument[],
  source: KpiSource,
  language: Language,
): Promise<CellAnswer> {
  try {
    const input = readInput(declaration.parameters, args, language);
    return input.ok ? await declaration.run(input.value, source, language) : input;
  } catch (error) {
    return { ok: false, failure: error instanceof FailureError ? error.failure : failure("internal") };
  }
}
