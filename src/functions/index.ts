/** The public face of this room: what the worksheet functions are, and how calls and formulas are answered. */
export {
  type Answering,
  answerFormula,
  answerFormulaDirectly,
  type FormulaAnswer,
  kpiAnswerer,
} from "./answerFormula";
export { type FunctionCatalogue, functionCatalogue, namesOf } from "./catalogue";
export { type CellAnswer, type CellMatrix, type CellScalar, type CellValue, isMatrix } from "./cell";
export { type CellError, cellError } from "./cellError";
export type { FunctionDeclaration, FunctionParameter } from "./declaration";
export { answerCalls, answerCallsDirectly, type FunctionCall } from "./drivers";
export type { CellInSheet, References } from "./explainCell";
export { functionsFile } from "./metadata";
