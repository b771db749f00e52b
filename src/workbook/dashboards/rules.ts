import type { SheetPlan } from "../../dashboard";
import { EXCEL_LIMITS, holdsTier, joinWhole, TOTAL_FILL } from "../../dashboard";
import { TIER_FACES } from "../../kpi";
import { address } from "../../sales/a1";
import type { Rectangle } from "../../sales/rectangle";
import { rangeOf } from "../office/ranges";

const ALERT_TITLE = "Vigie";
const SHOWN_CHOICES = 10;

/** Reference (without `=`) of a list that is too long for a rule; undefined when it fits. */
export type ListReference = (items: readonly string[]) => string | undefined;

/** Asks for the tier colours and the emphases, each bounded to its range. */
export function writeConditionalFormats(
  sheet: Excel.Worksheet,
  { conditionalFormats, emphases = [] }: SheetPlan,
): void {
  for (const { range, tier, formula } of conditionalFormats) {
    const { fill, ink } = TIER_FACES[tier];
    const condition = formula ?? holdsTier(address(range.row, range.column), tier);
    writeCondition(sheet, range, condition, { fill, color: ink });
  }
  for (const { range, formula } of emphases)
    writeCondition(sheet, range, formula, { fill: TOTAL_FILL, bold: true });
}

function writeCondition(
  sheet: Excel.Worksheet,
  range: Rectangle,
  formula: string,
  face: { readonly fill: string; readonly color?: string; readonly bold?: boolean },
): void {
  const { custom } = rangeOf(sheet, range).conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  custom.format.fill.color = face.fill;
  if (face.color) custom.format.font.color = face.color;
  if (face.bold) custom.format.font.bold = face.bold;
}

/** Any number will do: whether it makes sense is told in the pane, in better words than a rule has. */
const LARGEST_NUMBER = 1e15;

/** Asks for warnings at anything that is no number. */
export function writeNumberRules(sheet: Excel.Worksheet, { numberRules = [] }: SheetPlan): void {
  for (const { range, title, example } of numberRules) {
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.rule = {
      decimal: { operator: "Between", formula1: -LARGEST_NUMBER, formula2: LARGEST_NUMBER },
    };
    dataValidation.errorAlert = { showAlert: true, style: "Warning", title, message: example };
  }
}

/** Asks for the choices of the input cells; one that takes other entries too warns instead of refusing. */
export function writeValidations(
  sheet: Excel.Worksheet,
  { validations }: SheetPlan,
  listReference: ListReference,
): void {
  for (const { range, list, strict } of validations) {
    const reference = listReference(list);
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.rule = {
      list: { inCellDropDown: true, source: reference === undefined ? list.join(",") : `=${reference}` },
    };
    dataValidation.errorAlert = {
      showAlert: true,
      style: strict ? "Stop" : "Warning",
      title: ALERT_TITLE,
      message: joinWhole(list.slice(0, SHOWN_CHOICES), EXCEL_LIMITS.alertMessage),
    };
  }
}
