/** The public face of this room: what the worksheet functions are, and how calls and formulas are answered. */
export {
  type Answering,
  answerFormula,
  answerFormulaDirectly,
  kpiAnswerer,
} from "./answerFormula";
export { functionCatalogue, namesOf } from "./catalogue";
export type { CellAnswer, CellScalar, CellValue } from "./cell";
export { cellError } from "./cellError";
export type { FunctionDeclaration, FunctionParameter } from "./declaration";
export { answerCalls, answerCallsDirectly, type FunctionCall } from "./drivers";
export type { References } from "./explainCell";
export { functionsFile } from "./metadata";
