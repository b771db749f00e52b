import type { Aspect } from "../../kpi";
import { asksForList, listed, queryOf, single } from "../answers";
import { type Asked, asking, type FunctionInput } from "../declaration";

/** One number, or one row a member when an axis is given without a member (kpi-semantics §5). */
export function askQuestion(input: FunctionInput, kpi: string, aspect: Aspect): Asked {
  const query = queryOf(input, kpi, aspect);
  return asksForList(query)
    ? asking([{ ask: "list", query }], ([list], { language }) => listed(list, language))
    : asking([{ ask: "total", query }], ([total], { language }) => single(total, aspect, language));
}
