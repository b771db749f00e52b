import { FailureError, failure } from "../../sales/failure";

/** An answer that is not what was asked for. `source` is what the CRM is called. */
export const invalidAnswer = (source: string, table?: string): FailureError =>
  new FailureError(failure("source-invalid-answer", { source, ...(table !== undefined && { table }) }));

/**
 * Throws on what went wrong at the first contact: an answer that is strange there (one of `codes`) means a strange
 * address, such as another product's or a proxy's page, and becomes `source-address`.
 */
export function strangerAt(source: string, error: unknown, codes: readonly string[]): never {
  const isStrange = error instanceof FailureError && codes.includes(error.failure.code);
  throw isStrange ? new FailureError(failure("source-address", { source })) : error;
}
