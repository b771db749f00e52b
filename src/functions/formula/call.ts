import { type KpiSource, nearest } from "../../kpi";
import { failed } from "../../sales/failure";
import type { Language } from "../../sales/text";
import type { FunctionCatalogue } from "../catalogue";
import type { CellAnswer, CellValue } from "../cell";
import { evaluate } from "../evaluate";

const NAMESPACE = "KPI.";

/** All that formulas need to be answered. */
export interface Answering {
  readonly source: KpiSource;
  readonly catalogue: FunctionCatalogue;
}

/** Calls a worksheet function by its name in a formula, `KPI.CA`. Failure: `function-unknown` {function, nearest?}. */
export async function callFunction(
  name: string,
  args: readonly CellValue[],
  { catalogue: { byName }, source }: Answering,
  language: Language,
): Promise<CellAnswer> {
  const declaration = name.startsWith(NAMESPACE) ? byName.get(name.slice(NAMESPACE.length)) : undefined;
  if (declaration) return evaluate(declaration, args, source, language);
  const near = nearest(
    name,
    Array.from(byName.keys(), (known) => NAMESPACE + known),
  );
  return failed("function-unknown", { function: name, ...(near !== undefined && { nearest: near }) });
}
