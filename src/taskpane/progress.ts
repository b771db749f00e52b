import type { RefreshOutcome } from "../live";
import { handleFrame } from "../sales/frameHandlers";
import type { TableName } from "../sales/schema";
import type { RefreshFrame, RejectedRow } from "../sales/stream";

/** One table of a refresh, as far as it has come. */
export interface TableProgress {
  readonly table: TableName;
  readonly rows: number;
  readonly expectedRows?: number;
  readonly rejectedCount: number;
  /** A sample of those set aside. */
  readonly rejected: readonly RejectedRow[];
  readonly isDone: boolean;
}

/** A refresh as far as it has come: computed from its frames alone. */
export interface Progress {
  readonly startedAt: number;
  /** Every table announced, the ones to come included. */
  readonly tables: readonly TableProgress[];
  /** True once the last frame came; the workbook may still be writing. */
  readonly isReceived: boolean;
}

export const noProgress = (startedAt: number): Progress => ({ startedAt, tables: [], isReceived: false });

/** The progress after one more frame. */
export const withFrame = (progress: Progress, frame: RefreshFrame): Progress =>
  handleFrame<Progress>(frame, {
    start: ({ tables }) => ({ ...progress, tables: tables.map(untouched) }),
    table: ({ table, expectedRows }) =>
      withTable(progress, table, ({ expectedRows: _, ...before }) =>
        expectedRows === undefined ? before : { ...before, expectedRows },
      ),
    chunk: ({ table, rows }) =>
      withTable(progress, table, (before) => ({ ...before, rows: before.rows + rows })),
    "table-end": ({ table, rows, rejectedCount, rejected }) =>
      withTable(progress, table, (before) => ({ ...before, rows, rejectedCount, rejected, isDone: true })),
    end: () => ({ ...progress, isReceived: true }),
  }) ?? progress;

export const rowsOf = ({ tables }: Progress): number => tables.reduce((sum, { rows }) => sum + rows, 0);

export const rejectedOf = ({ tables }: Progress): number =>
  tables.reduce((sum, { rejectedCount }) => sum + rejectedCount, 0);

/** Counts the tables that are done, and finds the one under way. */
export function position({ tables }: Progress): { readonly done: number; readonly current?: TableProgress } {
  const done = tables.filter(({ isDone }) => isDone).length;
  const current = tables.find(({ isDone }) => !isDone);
  return current ? { done, current } : { done };
}

const untouched = (table: TableName): TableProgress => ({
  table,
  rows: 0,
  rejectedCount: 0,
  rejected: [],
  isDone: false,
});

function withTable(
  progress: Progress,
  name: TableName,
  change: (table: TableProgress) => TableProgress,
): Progress {
  return {
    ...progress,
    tables: progress.tables.map((table) => (table.table === name ? change(table) : table)),
  };
}

/** After changes alone have come: what each table holds now, the rows still set aside included. */
export const withOutcome = (progress: Progress, outcome: RefreshOutcome | undefined): Progress =>
  outcome?.mode === "changes"
    ? { ...progress, tables: outcome.tables.map((table) => ({ ...table, isDone: true })) }
    : progress;
