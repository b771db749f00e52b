import type { TableName } from "../sales/schema";
import type { Text } from "../sales/text";

/**
 * A number that the CRM computed itself (SOQL `COUNT`, `read_group`, `search_count`), to be compared with the same
 * number of the workbook: rows of a table, or the sum of one of its columns in the reporting currency.
 */
export interface CrmAggregate {
  readonly table: TableName;
  /** `rows`, or a money or number column of the table's schema. */
  readonly measure: string;
  readonly value: number;
  /** What the CRM's number holds that the workbook's leaves out on purpose, or the other way round. */
  readonly difference?: Text;
}

/** What a full refresh will ask of the CRM, known before it begins. */
export interface LoadEstimate {
  readonly rows: number;
  /** Requests to the CRM. */
  readonly calls: number;
  /** Requests the CRM still allows today, where it counts them. */
  readonly callsLeft?: number;
}
