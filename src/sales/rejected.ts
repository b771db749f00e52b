import type { Failure } from "./failure";
import type { TableName } from "./schema";

/** A row that breaks the schema: set aside with its reason, counted and shown, never lost silently. */
export interface RejectedRow {
  readonly table: TableName;
  /** The place where a person finds the row: a file and line, or the CRM's id. */
  readonly origin: string;
  /** The row's own id, where it could be read. */
  readonly id?: string;
  readonly column?: string;
  readonly failure: Failure;
}

/** A reason why rows were set aside, and how many: `1 480 × produit « GTXPro » inconnu`. */
export interface RejectionReason {
  readonly count: number;
  readonly column?: string;
  readonly failure: Failure;
}

export const REJECTED_SAMPLE = 100;
export const REASONS_SAMPLE = 20;
