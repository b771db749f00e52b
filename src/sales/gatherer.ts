import { TableBuilder } from "./builder";
import type { Failure } from "./failure";
import { type FrameHandlers, type FrameOf, handleFrame } from "./frameHandlers";
import type { Note } from "./note";
import type { Remarks } from "./remarks";
import type { TableName } from "./schema";
import type { RefreshFrame, RejectedRow, RejectionReason } from "./stream";
import { invoicingOf, type Provenance, type Table } from "./tables";
import type { Target } from "./targets";

/** One table of a refresh: all its rows or, in mode `changes`, the rows that moved since an earlier refresh. */
export interface GatheredTable {
  readonly table: TableName;
  /** In mode `changes`: rows made or changed, their references not checked. */
  readonly rows: Table;
  /** Ids of deleted rows; empty in a full refresh. */
  readonly gone: ReadonlySet<string>;
  /** Ids of all rows, from a source that does not tell which rows were deleted. */
  readonly present?: ReadonlySet<string>;
  readonly rejectedCount: number;
  /** The rejected rows; all of them unless there are more than REJECTED_SAMPLE. */
  readonly rejected: readonly RejectedRow[];
  readonly reasons: readonly RejectionReason[];
}

/** The origin and time of a complete refresh's data. */
export const provenanceOf = (
  { source, sourceLabel, dataDate, tables, lacks = [], fixedSettings }: FrameOf<"start">,
  { refreshedAt }: FrameOf<"end">,
  remarks?: Remarks,
): Provenance => ({
  source,
  sourceLabel,
  dataDate,
  refreshedAt,
  ...(lacks.length > 0 && { lacks }),
  ...invoicingOf(tables),
  ...(fixedSettings && { fixedSettings }),
  ...(remarks && { remarks }),
});

/** Gathers one refresh in memory, frame by frame. Does not check the frames' order: FrameChecker does. */
export class RefreshGatherer {
  start: FrameOf<"start"> | undefined;
  /** The complete tables so far, in the order of their `table-end`. */
  readonly tables: GatheredTable[] = [];
  targets: readonly Target[] = [];
  notes: readonly Note[] = [];
  /** The last frame of a complete refresh. */
  end: FrameOf<"end"> | undefined;
  /** The reason why the source gave up. */
  failure: Failure | undefined;
  private rows: TableBuilder | undefined;
  private gone = new Set<string>();
  private present: Set<string> | undefined;

  take(frame: RefreshFrame): void {
    handleFrame(frame, this.handlers);
  }

  private readonly handlers: FrameHandlers<void> = {
    start: (frame) => {
      this.start = frame;
    },
    table: ({ table }) => {
      this.rows = new TableBuilder(table);
      this.gone = new Set();
      this.present = undefined;
    },
    chunk: ({ rows, columns }) => this.rows?.append(rows, columns),
    gone: ({ ids }) => {
      for (const id of ids) this.gone.add(id);
    },
    present: ({ ids }) => {
      this.present ??= new Set();
      for (const id of ids) this.present.add(id);
    },
    "table-end": ({ table, rejectedCount, rejected, reasons = [] }) => {
      const { gone, present } = this;
      const rows = (this.rows ?? new TableBuilder(table)).finish();
      this.tables.push({ table, rows, gone, ...(present && { present }), rejectedCount, rejected, reasons });
      this.rows = undefined;
    },
    targets: ({ targets }) => {
      this.targets = targets;
    },
    notes: ({ notes }) => {
      this.notes = notes;
    },
    end: (frame) => {
      this.end = frame;
    },
    error: ({ failure }) => {
      this.failure = failure;
    },
  };
}
