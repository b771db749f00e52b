import type { Aspect, KpiSource } from "../../kpi";
import type { Language } from "../../sales/text";
import { asksForList, listed, queryOf, single } from "../answers";
import type { CellAnswer } from "../cell";
import type { FunctionInput } from "../declaration";

/** One number, or one row a member when an axis is given without a member (kpi-semantics §5). */
export async function answerQuestion(
  input: FunctionInput,
  kpi: string,
  aspect: Aspect,
  source: KpiSource,
  language: Language,
): Promise<CellAnswer> {
  const query = queryOf(input, kpi, aspect);
  if (asksForList(query)) return listed(await source.list(query), language);
  return single(await source.total(query), aspect, language);
}
