import type { Failure, FailureCode } from "../sales/failure";

/** Text that a cell in error shows. */
export type ErrorCode = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NAME?" | "#REF!" | "#NUM!";

/** The errors a formula can meet. Any other failure is "not available" too: `#N/A`. */
const ERROR_CODES: Readonly<Partial<Record<FailureCode, ErrorCode>>> = {
  "kpi-unknown": "#VALUE!",
  "dimension-unknown": "#VALUE!",
  "dimension-not-available": "#VALUE!",
  "period-syntax": "#VALUE!",
  "argument-invalid": "#VALUE!",
  "formula-syntax": "#VALUE!",
  "own-code-invalid": "#VALUE!",
  "own-code-taken": "#VALUE!",
  "calculation-syntax": "#VALUE!",
  "calculation-too-long": "#VALUE!",
  "calculation-too-many-terms": "#VALUE!",
  "calculation-kpi-unknown": "#VALUE!",
  "calculation-of-wrong": "#VALUE!",
  "calculation-circle": "#VALUE!",
  "calculation-dimension": "#VALUE!",
  "calculation-kinds": "#VALUE!",
  "calculation-unit": "#VALUE!",
  "calculation-without-kpi": "#VALUE!",
  "calculation-member-unknown": "#N/A",
  "target-invalid": "#VALUE!",
  internal: "#VALUE!",
  "member-unknown": "#N/A",
  "value-not-found": "#N/A",
  "no-data": "#N/A",
  "timed-out": "#N/A",
  "function-unknown": "#NAME?",
  "reference-invalid": "#REF!",
  "number-invalid": "#NUM!",
  "division-by-zero": "#DIV/0!",
};

/** The one place where a failure becomes a cell's error. */
export const errorCode = ({ code }: Failure): ErrorCode => ERROR_CODES[code] ?? "#N/A";

/** True for a failure that a cell can meet in its ordinary life: the documentation lists them. */
export const explainsInCell = (code: FailureCode): boolean => code in ERROR_CODES;
