import { randomUUID } from "node:crypto";
import { gatherFacts } from "../dashboard/facts";
import { layoutSheet } from "../dashboard/layout";
import { revenueSheet } from "../dashboard/sheets/revenue";
import { targetsSheet } from "../dashboard/sheets/targets";
import { isMatrix } from "../functions/cell";
import { cellError } from "../functions/cellError";
import { FailureError } from "../sales/failure";
import type { Language } from "../sales/text";
import { type Ask, answerPlan, inputTexts } from "../xlsx/answerPlan";
import { type FromPlanOptions, namesFromPlans, sheetFromPlan } from "../xlsx/fromPlan";
import type { WorkbookModel } from "../xlsx/model";
import { answerFormula } from "./eval";
import { hiddenSheets } from "./hiddenSheets";
import type { OpenSource } from "./source";

const DASHBOARDS = [revenueSheet];

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
  const plans = [
    ...DASHBOARDS.map((sheet) => layoutSheet(sheet, facts.value)),
    targetsSheet(open.loaded.targets, language),
  ];
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
    names: frozen ? [] : namesFromPlans(plans),
    activeSheet: 0,
  };
}
