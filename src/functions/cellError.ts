import { type ErrorCode, errorCode } from "../formula";
import { sentence } from "../i18n";
import type { Failure } from "../sales/failure";
import type { Language } from "../sales/text";

/** The error a cell shows, and the sentence behind it. Excel shows a custom sentence on #VALUE! and #N/A only. */
export interface CellError {
  readonly code: ErrorCode;
  readonly message: string;
}

export const cellError = (failure: Failure, language: Language): CellError => ({
  code: errorCode(failure),
  message: sentence(failure, language),
});
