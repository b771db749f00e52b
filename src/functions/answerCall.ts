import type { CurrentData } from "../live";
import { failed } from "../sales/failure";
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
  return withinTime(
    answerCalls([call], source.value, data.language).then(([answer]) => answer ?? failed("internal")),
    timeoutMs,
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

function withinTime(answer: Promise<CellAnswer>, timeoutMs: number): Promise<CellAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(failed("timed-out", { seconds: Math.round(timeoutMs / 1000) })),
      timeoutMs,
    );
    void answer.then((settled) => {
      clearTimeout(timer);
      resolve(settled);
    });
  });
}
