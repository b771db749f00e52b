/** The public face of this room: formulas read, computed and written, without a spreadsheet. */
export {
  type ArithmeticOperator,
  type CalculationNode,
  LONGEST_CALCULATION,
  parseCalculation,
  type TermNode,
} from "./calculation";
export {
  type Cell,
  Fault,
  fault,
  isFault,
  type Matrix,
  type Scalar,
  single,
} from "./cells";
export { type ErrorCode, errorCode, explainsInCell } from "./errorCode";
export { type Answers, evaluate, type Need, whole } from "./evaluate";
export { parseFormula } from "./parse";
export { type Answerer, settle } from "./settle";
export { asksTheAddIn, storedFormula, takesRanges } from "./stored";
export { type CellsNode, type FormulaNode, type NameNode, referencesIn } from "./tree";
export { asksKpi, firstKpiCall, typedFormula } from "./typed";
