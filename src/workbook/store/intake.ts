import type { TableReport } from "../../live";
import { FailureError } from "../../sales/failure";
import { FrameChecker } from "../../sales/frameChecker";
import { type FrameHandlers, type FrameOf, handleFrame } from "../../sales/frameHandlers";
import { type GatheredTable, RefreshGatherer } from "../../sales/gatherer";
import type { Note } from "../../sales/note";
import type { TableName } from "../../sales/schema";
import type { RefreshFrame } from "../../sales/stream";
import type { Target } from "../../sales/targets";
import { type FrameReader, malformed, truncated } from "./frameReader";

export interface RefreshProgress {
  readonly table: TableName;
  /** 1 for the first table. */
  readonly index: number;
  readonly of: number;
  /** Rows of this table so far. */
  readonly rows: number;
  readonly expectedRows?: number;
  readonly elapsedMs: number;
}

export interface IntakeOptions {
  /** Takes each frame after it was checked and gathered; the next one waits for it. */
  readonly handlers?: FrameHandlers<Promise<void> | void>;
  readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
}

/** A refresh that came whole. */
export interface Gathered {
  readonly tables: readonly GatheredTable[];
  readonly targets: readonly Target[];
  readonly notes: readonly Note[];
  readonly end: FrameOf<"end">;
}

/**
 * Reads a refresh, full or by changes, into memory. A frame that does not fit the ones before it (rows missing, a
 * table that was not announced) fails the refresh.
 */
export class Intake {
  private readonly gatherer = new RefreshGatherer();
  private readonly checker = new FrameChecker();
  private readonly startedAt = Date.now();
  private open: { rows: number; readonly expectedRows?: number } = { rows: 0 };

  /** `start` is the refresh's first frame. Throws FailureError `gateway-invalid-answer` when it is malformed. */
  constructor(
    private readonly start: FrameOf<"start">,
    private readonly options: IntakeOptions = {},
  ) {
    if (!this.checker.check(start)) throw malformed();
    this.gatherer.take(start);
  }

  /**
   * Reads every frame that follows. Throws FailureError with the source's own failure, `gateway-invalid-answer` or
   * `stream-truncated`.
   */
  async read(reader: FrameReader): Promise<Gathered> {
    const { gatherer } = this;
    while (!gatherer.end) await this.take(await reader.next());
    if (gatherer.tables.length !== this.start.tables.length) throw truncated();
    const { tables, targets, notes, end } = gatherer;
    return { tables, targets, notes, end };
  }

  private async take(frame: RefreshFrame): Promise<void> {
    if (!this.checker.check(frame)) throw malformed();
    if ("table" in frame) this.refuseUnexpected(frame.table);
    this.gatherer.take(frame);
    if (this.gatherer.failure) throw new FailureError(this.gatherer.failure);
    await handleFrame(frame, this.options.handlers ?? {});
    handleFrame(frame, this.progress);
  }

  private refuseUnexpected(table: TableName): void {
    const isDone = this.gatherer.tables.some((done) => done.table === table);
    if (isDone || !this.start.tables.includes(table)) throw malformed();
  }

  private readonly progress: FrameHandlers<void> = {
    table: ({ table, expectedRows }) => {
      this.open = { rows: 0, ...(expectedRows !== undefined && { expectedRows }) };
      this.tell(table);
    },
    chunk: ({ table, rows }) => {
      this.open.rows += rows;
      this.tell(table);
    },
  };

  private tell(table: TableName): void {
    this.options.onProgress?.({
      table,
      index: this.gatherer.tables.length + 1,
      of: this.start.tables.length,
      ...this.open,
      elapsedMs: Date.now() - this.startedAt,
    });
  }
}

export const reportOf = ({ table, rows, rejectedCount, rejected }: GatheredTable): TableReport => ({
  table,
  rows: rows.length,
  rejectedCount,
  rejected,
});
