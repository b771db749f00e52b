import type { CurrentData } from "../live";
import { withDeadline } from "../sales/deadline";
import { FailureError, failed, failure } from "../sales/failure";
import type { CellAnswer, CellArgument, CellMatrix, CellScalar } from "./cell";
import { isMatrix } from "./cell";
import type { FunctionDeclaration } from "./declaration";
import { answerCalls } from "./drivers";

/** A cell never waits longer than this, neither for data nor for its answer. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Answers one call from the data in force, waiting for it at most `timeoutMs` (then `timed-out`). Never throws. */
export async function answerCall(
  declaration: FunctionDeclaration,
  received: readonly unknown[],
  data: CurrentData,
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<CellAnswer> {
  const source = await data.source(timeoutMs);
  if (!source.ok) return source;
  const call = { declaration, args: argumentsOf(declaration, received) };
  const late = new FailureError(failure("timed-out", { seconds: Math.round(timeoutMs / 1000) }));
  return withDeadline(() => answerCalls([call], source.value, data.language), timeoutMs, late).then(
    ([answer]) => answer ?? failed("internal"),
    (thrown) => (thrown === late ? { ok: false, failure: late.failure } : failed("internal")),
  );
}

/** Excel sends every declared argument, then its invocation object. */
const argumentsOf = (
  declaration: FunctionDeclaration,
  received: readonly unknown[],
): readonly CellArgument[] => received.slice(0, declaration.parameters.length) as readonly CellArgument[];

/** A value as Excel takes it: a function declared as a matrix must always give one, and an empty cell is "". */
export function excelValue(
  value: CellScalar | CellMatrix,
  declaration: FunctionDeclaration,
): Exclude<CellScalar, null> | CellMatrix {
  if (isMatrix(value)) return value;
  return declaration.result === "matrix" ? [[value ?? ""]] : (value ?? "");
}
