/** Spreadsheet files: the model of a workbook, its writer, and sheet plans with their answers. */
export { answerPlan, inputValues, type PlanAnswers } from "./answerPlan";
export { fileNames } from "./fileNames";
export { type FromPlanOptions, namesFromPlans, sheetFromPlan } from "./fromPlan";
export { frozenCopy } from "./frozenCopy";
export { EMPTY_SHEET, type SheetModel, type WorkbookModel } from "./model";
export { writeWorkbook } from "./write";
