import { TableBuilder } from "../../sales/builder";
import { FailureError, failure } from "../../sales/failure";
import { FrameChecker } from "../../sales/frameChecker";
import { TABLE_NAMES, type TableName } from "../../sales/schema";
import type { RefreshFrame, RejectedRow } from "../../sales/stream";
import type { Table } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import { TableEncoder } from "./block";
import type { GenerationWriter } from "./writer";

/** What came of one table. */
export interface TableReport {
  readonly table: TableName;
  readonly rows: number;
  readonly rejectedCount: number;
  /** The first of them. */
  readonly rejected: readonly RejectedRow[];
}

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

type Frame<T extends RefreshFrame["type"]> = Extract<RefreshFrame, { type: T }>;

/**
 * Takes a refresh frame by frame: into memory and, through the writer, into the workbook. A frame that does not
 * fit the ones before it (rows missing, a table that was not announced) fails the refresh.
 */
export class Intake {
  readonly reports: TableReport[] = [];
  readonly built: Table[] = [];
  proposedTargets: readonly Target[] = [];
  /** The last frame, once the stream is complete. */
  end: Frame<"end"> | undefined;
  private current: { encoder: TableEncoder; builder: TableBuilder; expectedRows?: number } | undefined;
  private readonly checker = new FrameChecker();
  private readonly startedAt = Date.now();

  constructor(
    private readonly start: Frame<"start">,
    private readonly writer: GenerationWriter,
    private readonly onProgress: (progress: RefreshProgress) => void,
  ) {
    if (!this.checker.check(start)) throw malformed();
  }

  async take(frame: RefreshFrame): Promise<void> {
    if (!this.checker.check(frame)) throw malformed();
    switch (frame.type) {
      case "start":
        return;
      case "gone":
      case "present":
        throw malformed();
      case "table":
        return this.openTable(frame);
      case "chunk":
        return this.takeChunk(frame);
      case "table-end":
        return this.closeTable(frame);
      case "targets":
        this.proposedTargets = frame.targets;
        return;
      case "end":
        return this.finish(frame);
      case "error":
        throw new FailureError(frame.failure);
    }
  }

  private openTable({ table, expectedRows }: Frame<"table">): void {
    if (
      this.current ||
      !this.start.tables.includes(table) ||
      this.reports.some((done) => done.table === table)
    )
      throw malformed();
    this.current = {
      encoder: new TableEncoder(table),
      builder: new TableBuilder(table),
      ...(expectedRows !== undefined && { expectedRows }),
    };
    this.tell();
  }

  private async takeChunk({ table, rows, columns }: Frame<"chunk">): Promise<void> {
    const current = this.current;
    if (current?.encoder.table !== table) throw malformed();
    current.builder.append(rows, columns);
    await this.writer.append(current.encoder, rows, columns);
    this.tell();
  }

  private closeTable({ table, rows, rejectedCount, rejected }: Frame<"table-end">): void {
    const current = this.current;
    if (current?.encoder.table !== table) throw malformed();
    this.writer.finishTable(current.encoder);
    this.built.push(current.builder.finish());
    this.reports.push({ table, rows, rejectedCount, rejected });
    this.current = undefined;
  }

  private finish(end: Frame<"end">): void {
    const rows = this.reports.reduce((sum, report) => sum + report.rows, 0);
    if (this.current || this.reports.length !== this.start.tables.length || rows !== end.totalRows)
      throw truncated();
    // A table that the source does not have is empty, and there all the same.
    for (const table of TABLE_NAMES)
      if (!this.start.tables.includes(table)) this.writer.finishTable(new TableEncoder(table));
    this.end = end;
  }

  private tell(): void {
    if (!this.current) return;
    const { encoder, expectedRows } = this.current;
    this.onProgress({
      table: encoder.table,
      index: this.reports.length + 1,
      of: this.start.tables.length,
      rows: encoder.rows,
      ...(expectedRows !== undefined && { expectedRows }),
      elapsedMs: Date.now() - this.startedAt,
    });
  }
}

export const truncated = () => new FailureError(failure("stream-truncated"));
export const malformed = () => new FailureError(failure("gateway-invalid-answer"));
