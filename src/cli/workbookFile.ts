import { randomUUID } from "node:crypto";
import { gatherFacts } from "../dashboard/facts";
import { layoutSheets } from "../dashboard/layout";
import type { SheetPlan } from "../dashboard/plan";
import { DASHBOARDS } from "../dashboard/sheets";
import { targetsSheet } from "../dashboard/sheets/targets";
import { isMatrix } from "../functions/cell";
import { cellError } from "../functions/cellError";
import { FailureError } from "../sales/failure";
import type { Language } from "../sales/text";
import { dashboardMark } from "../workbook";
import { sheetReference } from "../xlsx/address";
import { type Ask, answerPlan, inputTexts } from "../xlsx/answerPlan";
import { type FromPlanOptions, namesFromPlans, sheetFromPlan } from "../xlsx/fromPlan";
import type { WorkbookModel } from "../xlsx/model";
import { answerFormula } from "./eval";
import { hiddenSheets } from "./hiddenSheets";
import type { OpenSource } from "./source";

/**
 * The workbook that a refresh and a dashboard build in Excel would give: dashboards with their formulas and answers,
 * the user's targets, and the data in very hidden sheets. `frozen` gives the answers alone, without any hidden data,
 * for whoever has no add-in. Throws FailureError when the source does not answer.
 */
export async function workbookModel(
  open: OpenSource,
  formulas: FromPlanOptions["formulas"],
  language: Language,
): Promise<WorkbookModel> {
  const facts = await gatherFacts(open.source, DASHBOARDS, language);
  if (!facts.ok) throw new FailureError(facts.failure);
  const dashboards = layoutSheets(DASHBOARDS, facts.value);
  const plans = [...dashboards, targetsSheet(open.loaded.targets, language)];
  const ask: Ask = async (formula) => {
    const answer = await answerFormula(formula, open, language);
    if (!answer.ok) return { error: cellError(answer.failure, language).code };
    return { values: isMatrix(answer.value) ? answer.value : [[answer.value]] };
  };
  const frozen = formulas === "frozen";
  const inputs = inputTexts(plans);
  const visible = await Promise.all(
    plans.map(async (plan) => sheetFromPlan(plan, await answerPlan(plan, inputs, ask), { formulas })),
  );
  return {
    title: `Vigie · ${open.source.provenance.sourceLabel}`,
    sheets: frozen ? visible : [...visible, ...hiddenSheets(open.loaded.data, randomUUID())],
    names: frozen ? [] : [...namesFromPlans(plans), ...dashboardMarks(dashboards)],
    activeSheet: 0,
  };
}

/** By these the add-in knows the dashboards of the file for its own, and brings them up to date. */
const dashboardMarks = (dashboards: readonly SheetPlan[]): WorkbookModel["names"] =>
  dashboards.map((plan) => {
    const { name, range } = dashboardMark(plan);
    return { name, refersTo: sheetReference(plan.name, range), hidden: true };
  });
