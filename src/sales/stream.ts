import type { EpochDay } from "./calendar";
import type { Failure } from "./failure";
import type { TableName } from "./schema";
import type { ColumnChunk } from "./tables";
import type { Target } from "./targets";

/** A row that breaks the schema: set aside with its reason, counted and shown, never lost silently. */
export interface RejectedRow {
  readonly table: TableName;
  /** Where a person finds it: a file and line, or the CRM's id. */
  readonly origin: string;
  readonly column?: string;
  readonly failure: Failure;
}

/**
 * One refresh, frame by frame (one JSON object a line over HTTP). A stream that does not end with `end` or
 * `error` was cut: its reader must treat it as failed. Tables come in TABLE_NAMES order, dimensions first.
 */
export type RefreshFrame =
  | {
      readonly type: "start";
      readonly source: string;
      readonly sourceLabel: string;
      readonly dataDate: EpochDay;
      readonly tables: readonly TableName[];
    }
  | { readonly type: "table"; readonly table: TableName; readonly expectedRows?: number }
  | {
      readonly type: "chunk";
      readonly table: TableName;
      readonly rows: number;
      readonly columns: ColumnChunk;
    }
  | {
      readonly type: "table-end";
      readonly table: TableName;
      readonly rows: number;
      readonly rejectedCount: number;
      /** At most REJECTED_SAMPLE of them. */
      readonly rejected: readonly RejectedRow[];
    }
  /** Proposed by the source; used only when the workbook keeps no targets of its own yet. */
  | { readonly type: "targets"; readonly targets: readonly Target[] }
  | { readonly type: "end"; readonly refreshedAt: string; readonly totalRows: number }
  | { readonly type: "error"; readonly failure: Failure };

export const REJECTED_SAMPLE = 100;
export const CHUNK_ROWS = 5_000;
