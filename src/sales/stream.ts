import type { EpochDay } from "./calendar";
import type { Failure } from "./failure";
import type { Lack } from "./lack";
import type { Note } from "./note";
import type { RejectedRow, RejectionReason } from "./rejected";
import type { TableName } from "./schema";
import type { ColumnChunk, FixedSettings } from "./tables";
import type { Target } from "./targets";

export { REJECTED_SAMPLE, type RejectedRow, type RejectionReason } from "./rejected";

/** `full` sends every row, `changes` only rows that changed since an earlier refresh. */
export type RefreshMode = "full" | "changes";

/**
 * One refresh, frame by frame (one JSON object a line over HTTP). A stream that does not end with `end` or
 * `error` was cut: its reader must treat it as failed. Tables come in TABLE_NAMES order, dimensions first.
 *
 * In mode `changes` a chunk's rows replace those of the same id or are new, their references are not checked yet,
 * and `rejected` also tells of rows that must leave (see merge.ts).
 */
export type RefreshFrame =
  | {
      readonly type: "start";
      readonly source: string;
      readonly sourceLabel: string;
      readonly dataDate: EpochDay;
      readonly tables: readonly TableName[];
      /** Tables and columns that the source leaves empty. */
      readonly lacks?: readonly Lack[];
      /** The company's settings that the administrator fixed. */
      readonly fixedSettings?: FixedSettings;
      /** Absent: full. */
      readonly mode?: RefreshMode;
      /** Why all is read although only changes were asked for. */
      readonly fullBecause?: Failure;
    }
  | { readonly type: "table"; readonly table: TableName; readonly expectedRows?: number }
  | {
      readonly type: "chunk";
      readonly table: TableName;
      readonly rows: number;
      readonly columns: ColumnChunk;
    }
  /** Only in mode `changes`: ids of deleted rows. */
  | { readonly type: "gone"; readonly table: TableName; readonly ids: readonly string[] }
  /** Only in mode `changes`, before the table's chunks: ids of all rows, in as many frames as needed. */
  | { readonly type: "present"; readonly table: TableName; readonly ids: readonly string[] }
  | {
      readonly type: "table-end";
      readonly table: TableName;
      readonly rows: number;
      readonly rejectedCount: number;
      /** At most REJECTED_SAMPLE of them. */
      readonly rejected: readonly RejectedRow[];
      /** The same rows counted by reason, most frequent first, at most REASONS_SAMPLE. */
      readonly reasons?: readonly RejectionReason[];
    }
  /** Decisions, losses and doubts of the source that a person is told. */
  | { readonly type: "notes"; readonly notes: readonly Note[] }
  /** Proposed by the source; used only when the workbook keeps no targets of its own yet. */
  | { readonly type: "targets"; readonly targets: readonly Target[] }
  | {
      readonly type: "end";
      readonly refreshedAt: string;
      readonly totalRows: number;
      /** The opaque text to ask for changes with at the next refresh. Absent where the source dates no changes. */
      readonly mark?: string;
    }
  | { readonly type: "error"; readonly failure: Failure };

export const CHUNK_ROWS = 5_000;
/** Ids in one frame. */
export const CHUNK_IDS = 50_000;
/** The longest mark a workbook keeps and a gateway takes. */
export const LONGEST_MARK = 1_000;
