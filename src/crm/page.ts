import type { Failure } from "../sales/failure";
import type { RawRow } from "../sales/rawRow";

/** Rows of one page; `rejected` are rows that could not even be read as a row (a broken CSV line). */
export interface Page {
  readonly rows: readonly RawRow[];
  readonly rejected?: readonly { readonly origin: string; readonly failure: Failure }[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
  /** Total rows of the table, when the source tells. */
  readonly total?: number;
}
