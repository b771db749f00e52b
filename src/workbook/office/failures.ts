import { type Failure, type FailureCode, FailureError, failure } from "../../sales/failure";

/** Office.js error code → Vigie's failure code. The only place that knows the former. */
const FAILURES: Readonly<Record<string, FailureCode>> = {
  AccessDenied: "workbook-protected",
  InvalidOperationInCellEditMode: "workbook-editing",
  ActivityLimitReached: "workbook-busy",
  HostRestartNeeded: "workbook-busy",
  InvalidOrTimedOutSession: "workbook-busy",
  RequestAborted: "workbook-busy",
  ServiceNotAvailable: "workbook-busy",
  WriteNotSupportedWhenModalDialogOpen: "workbook-busy",
  RangeExceedsLimit: "workbook-too-large",
  RequestPayloadSizeLimitExceeded: "workbook-too-large",
  ResponsePayloadSizeLimitExceeded: "workbook-too-large",
  ApiNotAvailable: "workbook-api-missing",
  ApiNotFound: "workbook-api-missing",
  NotImplemented: "workbook-api-missing",
  UnsupportedOperation: "workbook-api-missing",
  // Among other things, what Excel says while another workbook is in front.
  GeneralException: "workbook-refused",
  InvalidSelection: "workbook-refused",
  InvalidReference: "workbook-damaged",
  ItemNotFound: "workbook-damaged",
};

/** Any error that left a call of Office.js, or of the code around it, as a Failure. Never its message. */
export function officeFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const { name, code, debugInfo } = error as Partial<OfficeExtension.Error>;
  if (name === "AbortError") return failure("stopped");
  if (typeof code !== "string") return failure("internal");
  const api = debugInfo?.errorLocation;
  const known = FAILURES[code];
  if (known === "workbook-api-missing" && api) return failure(known, { api });
  return known ? failure(known) : failure("internal", { code, ...(api && { api }) });
}
