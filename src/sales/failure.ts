/**
 * Failures are values: a code, and the parameters of its sentence. The French and English sentences live in
 * `src/i18n/failures/`, one per code (the compiler refuses a code without a sentence); the cell error a code
 * becomes is in `src/functions/cellError.ts`.
 */
export const FAILURE_CODES = [
  // what was asked
  "kpi-unknown",
  "kpi-unavailable",
  "dimension-unknown",
  "dimension-not-available",
  "member-unknown",
  "period-syntax",
  "argument-invalid",
  "nothing-to-compare",
  "nothing-to-take-apart",
  "no-data",
  "division-by-zero",
  "formula-syntax",
  "function-unknown",
  "reference-invalid",
  "value-not-found",
  "number-invalid",
  "timed-out",
  // own indicators
  "own-code-invalid",
  "own-code-taken",
  "calculation-syntax",
  "calculation-too-long",
  "calculation-too-many-terms",
  "calculation-kpi-unknown",
  "calculation-of-wrong",
  "calculation-circle",
  "calculation-dimension",
  "calculation-member-unknown",
  "calculation-kinds",
  "calculation-unit",
  "calculation-without-kpi",
  // the rows
  "row-missing-value",
  "row-bad-date",
  "row-bad-number",
  "row-bad-choice",
  "row-bad-text",
  "row-wrong-cells",
  "row-unknown-reference",
  "row-ambiguous-reference",
  "row-duplicate-id",
  "row-text-too-long",
  "row-currency-without-rate",
  "row-unreadable",
  // the files
  "file-unreadable",
  "file-empty",
  "file-encoding",
  "file-quotes",
  "file-missing-columns",
  "file-too-many-columns",
  "file-unknown-table",
  "file-decimal-commas",
  "file-protected",
  "file-old-format",
  "file-damaged",
  "file-macros",
  "file-not-a-workbook",
  "file-too-large",
  "folder-missing",
  "mapping-invalid",
  // the source and the gateway
  "source-unknown",
  "source-refused",
  "source-caller-refused",
  "source-part-closed",
  "source-unavailable",
  "source-invalid-answer",
  "source-address",
  "source-address-forbidden",
  "source-certificate",
  "source-database-unknown",
  "source-throttled",
  "source-no-right",
  "source-no-company",
  "source-module-missing",
  "source-changed",
  "source-changes-lost",
  "changes-not-dated",
  "changes-of-another",
  "changes-rates",
  "changes-set-aside",
  "source-sign-in",
  "source-not-revoked",
  "sign-in-not-erased",
  "source-quota",
  "gateway-unreachable",
  "gateway-timeout",
  "gateway-invalid-answer",
  "stream-truncated",
  "session-expired",
  "refresh-needs-connection",
  "request-invalid",
  "upload-too-large",
  "too-many-requests",
  "gateway-full",
  "uploads-full",
  "address-unknown",
  "excel-missing",
  "configuration-invalid",
  "port-taken",
  "stopped",
  // the workbook
  "workbook-locked",
  "workbook-locked-by-you",
  "workbook-taken-over",
  "workbook-protected",
  "workbook-editing",
  "workbook-busy",
  "workbook-refused",
  "workbook-newer-schema",
  "workbook-damaged",
  "workbook-too-large",
  "workbook-api-missing",
  "target-invalid",
  "register-invalid",
  "register-twice",
  "threshold-order-high",
  "threshold-order-low",
  "action-invalid",
  "setting-invalid",
  // Google Sheets
  "sheets-refused",
  "sheets-quota",
  "sheets-no-right",
  "sheets-stopped",
  "sheets-unreachable",
  "sheets-outdated",
  "sheets-sign-in",
  "sheets-no-explanation",
  "setting-fixed",
  // what is circulated
  "scope-empty",
  "copy-too-large",
  "internal",
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];
export type FailureParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A failure as a value: `code` picks the sentence, `params` fill its `{names}`. Never holds a secret. */
export interface Failure {
  readonly code: FailureCode;
  readonly params: FailureParams;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (code: FailureCode, params: FailureParams = {}): Failure => ({ code, params });

export const failed = (code: FailureCode, params: FailureParams = {}): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { code, params },
});

/** A failure thrown across a boundary that only knows exceptions (streams, promises of libraries). */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = "FailureError";
  }
}
