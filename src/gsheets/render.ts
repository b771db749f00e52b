import type { SheetPlan } from "../dashboard";
import { functionCatalogue, kpiAnswerer } from "../functions";
import { KPIS, type KpiSource } from "../kpi";
import type { Language } from "../sales/text";
import { answerPlan, inputValues } from "../xlsx";
import { shownSheet } from "./shown";
import type { ShownSheet } from "./shownCell";

/**
 * Dashboards as values: the one computation behind the pane, an edit of the period, the morning's refresh and the
 * command line. The plans hold the person's choices already (`withChoices`).
 */
export async function renderSheets(
  plans: readonly SheetPlan[],
  source: KpiSource,
  language: Language,
): Promise<readonly ShownSheet[]> {
  const answerer = kpiAnswerer({ source, catalogue: functionCatalogue(KPIS.all) }, language);
  const inputs = inputValues(plans);
  const shown: ShownSheet[] = [];
  for (const plan of plans) shown.push(shownSheet(plan, await answerPlan(plan, inputs, answerer), language));
  return shown;
}
