import type { SignInReason } from "../../i18n";
import { FailureError, failure } from "../../sales/failure";

/** A sign-in that did not succeed, for a reason of ours: what a CRM says about it is never repeated. */
export const signInRefusal = (source: string, reason: SignInReason): FailureError =>
  new FailureError(failure("source-sign-in", { source, reason }));
