import { FailureError, failure } from "../../sales/failure";

/** Sheets are missing or were changed by hand: `what` names one. */
export const damaged = (what: string): FailureError =>
  new FailureError(failure("workbook-damaged", { what }));
