import { type Chosen, type SheetPlan, withChoices } from "../dashboard";
import { functionCatalogue, kpiAnswerer } from "../functions";
import { KPIS } from "../kpi";
import { engineOf, planDashboards, registerOf, type WorkbookContents } from "../live";
import { sheetReference } from "../sales/a1";
import { FailureError } from "../sales/failure";
import type { Language } from "../sales/text";
import { dashboardAnchor } from "../workbook";
import type { WorkbookModel } from "../xlsx";
import { answerPlan, type FromPlanOptions, inputValues, namesFromPlans, sheetFromPlan } from "../xlsx";
import { hiddenSheets } from "./hiddenSheets";
import { alertsSheet, keptSheets } from "./keptSheets";

/** The present state of the copied workbook, where it differs from a new one. */
export interface AsShown {
  /** The contents of its input cells, by the cell's name (`Vigie_Periode`). */
  readonly chosen?: Chosen;
  /** Plan name → the present name of the dashboard's sheet. */
  readonly sheetNames?: Readonly<Record<string, string>>;
  /** Yields to other work between two sheets. */
  readonly breathe?: () => Promise<void>;
}

export interface WorkbookModelOptions extends AsShown {
  readonly formulas: FromPlanOptions["formulas"];
  readonly language: Language;
}

/**
 * Models the workbook that a refresh and a dashboard build in Excel would give: dashboards with their formulas and
 * answers, kept tables, and the data in very hidden sheets. `frozen` gives the answers alone, without any hidden data,
 * for readers without the add-in. Throws FailureError when the source does not answer.
 */
export async function workbookModel(
  contents: WorkbookContents,
  { formulas, language, chosen = {}, sheetNames = {}, breathe }: WorkbookModelOptions,
): Promise<WorkbookModel> {
  const { data, history } = contents;
  const source = engineOf(contents, language);
  const register = registerOf(contents, language);
  const planned = await planDashboards({ source, register, history }, language);
  if (!planned.ok) throw new FailureError(planned.failure);
  const dashboards = planned.value.map((plan) => withChoices(plan, chosen));
  const renamed = dashboards.map((plan) => ({ ...plan, name: sheetNames[plan.name] ?? plan.name }));
  const plans = [...renamed, ...keptSheets(contents, language)];
  const frozen = formulas === "frozen";
  const answerer = kpiAnswerer({ source, catalogue: functionCatalogue(KPIS.all) }, language);
  const inputs = inputValues(plans);
  const visible: WorkbookModel["sheets"][number][] = [];
  for (const plan of plans) {
    visible.push(sheetFromPlan(plan, await answerPlan(plan, inputs, answerer), { formulas }));
    await breathe?.();
  }
  return {
    title: `Vigie · ${data.provenance.sourceLabel}`,
    sheets: frozen
      ? visible
      : [...visible, ...hiddenSheets(data, crypto.randomUUID()), ...alertsSheet(contents)],
    names: frozen ? [] : [...namesFromPlans(plans), ...dashboardAnchors(dashboards, renamed)],
    activeSheet: 0,
  };
}

/** Names by which the add-in recognises the file's dashboards as its own, whatever their sheets are called. */
const dashboardAnchors = (
  dashboards: readonly SheetPlan[],
  renamed: readonly SheetPlan[],
): WorkbookModel["names"] =>
  dashboards.map((plan, index) => {
    const { name, range } = dashboardAnchor(plan);
    return { name, refersTo: sheetReference(renamed[index]!.name, range), hidden: true };
  });
