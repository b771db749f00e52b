import type { CellStyle, PlannedCell, SheetPlan } from "../dashboard";
import { holdsTier, RULE_COLOR, TOTAL_FILL } from "../dashboard";
import type { Scalar } from "../formula";
import { TIER_FACES } from "../kpi";
import { address, sheetReference } from "../sales/a1";
import type { Rectangle } from "../sales/rectangle";
import type { PlanAnswers } from "./answerPlan";
import type { ConditionalFormatModel, FormulaModel, SheetModel, StyleModel, WorkbookModel } from "./model";

export interface FromPlanOptions {
  /** `kept`: formulas with their answers. `frozen`: the answers alone, for readers without the add-in. */
  readonly formulas: "kept" | "frozen";
  readonly tabColor?: string;
}

/** A planned sheet and the answers of its formulas (see `answerPlan`) as a sheet of a file. */
export function sheetFromPlan(plan: SheetPlan, answers: PlanAnswers, options: FromPlanOptions): SheetModel {
  const frozen = options.formulas === "frozen";
  const formulas = formulasOf(plan, answers);
  return {
    name: plan.name,
    visibility: "visible",
    blocks: [...plainBlocks(plan.cells), ...(frozen ? formulas.map(valuesOnly) : [])],
    formulas: frozen ? [] : formulas,
    styles: plan.cells.flatMap(({ row, column, style }) =>
      style ? [{ range: { row, column, rows: 1, columns: 1 }, style: styleModel(style) }] : [],
    ),
    columnWidths: plan.columnWidths,
    rowHeights: plan.rowHeights,
    merges: plan.merges,
    tables: (plan.tables ?? []).map(({ name, range }) => ({ name, range, columns: headings(plan, range) })),
    conditionalFormats: conditionalFormats(plan),
    validations: frozen ? [] : plan.validations,
    charts: plan.charts,
    ...(plan.freeze && { freeze: plan.freeze }),
    showGridlines: plan.showGridlines,
    ...(options.tabColor && { tabColor: options.tabColor }),
    print: plan.print,
  };
}

/** The names that plans bring along, as the workbook holds them. */
export const namesFromPlans = (plans: readonly SheetPlan[]): WorkbookModel["names"] =>
  plans.flatMap((plan) =>
    plan.names.map(({ name, range }) => ({ name, refersTo: sheetReference(plan.name, range) })),
  );

/** The texts of a table's first row. */
const headings = ({ cells }: SheetPlan, { row, column, columns }: Rectangle): string[] =>
  Array.from({ length: columns }, (_, index) => {
    const content = cells.find((cell) => cell.row === row && cell.column === column + index)?.content;
    return content?.kind === "text" ? content.text : "";
  });

type Block = SheetModel["blocks"][number];

const plainBlocks = (cells: readonly PlannedCell[]): Block[] =>
  cells.flatMap(({ row, column, content }) => {
    const value: Scalar =
      content.kind === "text" ? content.text : content.kind === "number" ? content.value : null;
    return value === null ? [] : [{ row, column, values: [[value]] }];
  });

const formulasOf = (plan: SheetPlan, answers: PlanAnswers): FormulaModel[] =>
  plan.cells.flatMap(({ row, column, content }) => {
    if (content.kind !== "formula") return [];
    const answer = answers.get(`${row},${column}`) ?? { error: "#N/A" };
    const formula = content.formula.slice(1);
    return "error" in answer
      ? [{ row, column, formula, values: [], error: answer.error }]
      : [{ row, column, formula, values: answer.values }];
  });

const valuesOnly = ({ row, column, values, error }: FormulaModel): Block => ({
  row,
  column,
  values: error ? [[error]] : values,
});

function conditionalFormats(plan: SheetPlan): ConditionalFormatModel[] {
  const tiers = plan.conditionalFormats.map(({ range, tier, formula }) => ({
    range,
    formula: (formula ?? holdsTier(address(range.row, range.column), tier)).slice(1),
    fill: TIER_FACES[tier].fill,
    color: TIER_FACES[tier].ink,
  }));
  const emphases = (plan.emphases ?? []).map(({ range, formula }) => ({
    range,
    formula: formula.slice(1),
    fill: TOTAL_FILL,
    bold: true,
  }));
  return [...tiers, ...emphases];
}

const EDGES = {
  top: ["top"],
  bottom: ["bottom"],
  box: ["top", "bottom", "left", "right"],
} as const;

function styleModel({ border, ...style }: CellStyle): StyleModel {
  if (!border) return style;
  return { ...style, borders: Object.fromEntries(EDGES[border].map((edge) => [edge, RULE_COLOR])) };
}
