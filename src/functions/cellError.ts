import { sentence } from "../i18n";
import type { Failure, FailureCode } from "../sales/failure";
import type { Language } from "../sales/text";

export type CellErrorCode = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NAME?";

/** What a cell shows, and the sentence behind it. Excel shows a custom sentence on #VALUE! and #N/A only. */
export interface CellError {
  readonly code: CellErrorCode;
  readonly message: string;
}

/** The errors a question can meet. Any other failure is "not available" too: #N/A. */
const CELL_ERRORS: Readonly<Partial<Record<FailureCode, CellErrorCode>>> = {
  "kpi-unknown": "#VALUE!",
  "dimension-unknown": "#VALUE!",
  "dimension-not-available": "#VALUE!",
  "period-syntax": "#VALUE!",
  "argument-invalid": "#VALUE!",
  "formula-syntax": "#VALUE!",
  "target-invalid": "#VALUE!",
  internal: "#VALUE!",
  "member-unknown": "#N/A",
  "no-data": "#N/A",
  "timed-out": "#N/A",
  "function-unknown": "#NAME?",
  "division-by-zero": "#DIV/0!",
};

/** The one place where a failure becomes a cell's error. */
export const cellError = (failure: Failure, language: Language): CellError => ({
  code: CELL_ERRORS[failure.code] ?? "#N/A",
  message: sentence(failure, language),
});

/** Whether a cell can meet this failure in its ordinary life: what the documentation lists. */
export const explainsInCell = (code: FailureCode): boolean => code in CELL_ERRORS;
