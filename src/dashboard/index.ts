/** Dashboards as data: their declarations, their layout, and the plan of a sheet. */
export { cell, formula, text } from "./blocks/fragment";
export { DATA_DATE_FORMAT } from "./blocks/title";
export { type Chosen, withChoices } from "./choices";
export { cutText, EXCEL_LIMITS, freeSheetName, joinWhole } from "./excelLimits";
export { gatherFacts } from "./facts";
export { DATA_DATE, holdsTier } from "./formulas";
export { layoutSheets } from "./layout";
export type { CellContent, CellStyle, PlannedCell, PlannedChart, SheetPlan } from "./plan";
export { dashboards } from "./sheets";
export { HEIGHTS, RULE_COLOR, STYLES, TOTAL_FILL } from "./theme";
export { withinLimits } from "./withinLimits";
