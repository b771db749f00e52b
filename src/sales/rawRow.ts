/**
 * A row as the CRM gave it, under the names of our schema, not yet validated. `values.currency` (an ISO 4217 code)
 * may accompany money that is not in the reporting currency.
 */
export interface RawRow {
  readonly values: Readonly<Record<string, unknown>>;
  /** The place where a person finds the row: a file and line, or the CRM's id. */
  readonly origin: string;
}
