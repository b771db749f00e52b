import { holdsCell } from "../sales/rectangle";
import { cutText, EXCEL_LIMITS, freeSheetName, splitTexts } from "./excelLimits";
import type { CellContent, PlannedCell, SheetPlan } from "./plan";

/**
 * A plan whose every text is one that Excel takes, however long the company's names are: what is too long ends in `…`.
 * Throws an `Error` on what cannot be cut: a formula or a name that is too long is a fault of its declaration.
 */
export function withinLimits(plan: SheetPlan): SheetPlan {
  const { cells, charts, names, tables = [], numberRules, conditionalFormats, emphases } = plan;
  for (const { name } of [...names, ...tables]) assertLength(name, EXCEL_LIMITS.name);
  for (const { formula } of [...conditionalFormats, ...(emphases ?? [])])
    if (formula !== undefined) assertLength(formula, EXCEL_LIMITS.formula);
  const isHeading = ({ row, column }: PlannedCell) =>
    tables.some(({ range }) => holdsCell({ ...range, rows: 1 }, row, column));
  return {
    ...plan,
    name: freeSheetName(plan.name, []),
    cells: cells.map((cell) => {
      const content = fitting(cell.content, isHeading(cell) ? EXCEL_LIMITS.heading : EXCEL_LIMITS.typedText);
      return content === cell.content ? cell : { ...cell, content };
    }),
    charts: charts.map((chart) => ({
      ...chart,
      name: cutText(chart.name, EXCEL_LIMITS.chartText),
      title: cutText(chart.title, EXCEL_LIMITS.chartText),
    })),
    ...(numberRules && {
      numberRules: numberRules.map((rule) => ({
        ...rule,
        title: cutText(rule.title, EXCEL_LIMITS.alertTitle),
        example: cutText(rule.example, EXCEL_LIMITS.alertMessage),
      })),
    }),
  };
}

function fitting(content: CellContent, most: number): CellContent {
  if (content.kind === "text" && content.text.length > most)
    return { ...content, text: cutText(content.text, most) };
  if (content.kind !== "formula" || content.formula.length <= EXCEL_LIMITS.formulaText) return content;
  const formula = splitTexts(content.formula);
  assertLength(formula, EXCEL_LIMITS.formula);
  return formula === content.formula ? content : { ...content, formula };
}

function assertLength(text: string, most: number): void {
  if (text.length > most) throw new Error(`${text.length} characters, not ${most}: ${text.slice(0, 80)}`);
}
