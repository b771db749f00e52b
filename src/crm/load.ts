import { withDeadline } from "../sales/deadline";
import { type Failure, FailureError, failure } from "../sales/failure";
import type { Note } from "../sales/note";
import { TABLE_NAMES, type TableName } from "../sales/schema";
import { CHUNK_ROWS, type RefreshFrame, type RejectedRow } from "../sales/stream";
import type { FixedSettings } from "../sales/tables";
import { SalesValidator, type TableValidator } from "../sales/validate";
import type { Connection, ConnectorDeclaration } from "./connector";
import { loadChanges } from "./loadChanges";
import type { Page } from "./page";
import { pagesOf } from "./pagesOf";
import { markFor, planFor, type RefreshPlan } from "./resume";

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** The time that one page may take, all its retries included. Default two minutes. */
  readonly pageTimeoutMs?: number;
  /** The source's name in pane and dashboards; default its French label. */
  readonly sourceLabel?: string;
  /** The mark of the workbook's last refresh: only what moved since then is asked for, where that can be done. */
  readonly since?: string;
  /** The company's settings that the administrator fixed. */
  readonly fixedSettings?: FixedSettings;
  /** The words that tell this origin from others of the same source (address, account, the program's version). */
  readonly scope?: string;
  /** Takes every row that is set aside, past the sample that travels. */
  readonly onRejected?: (row: RejectedRow) => void;
  /** The moment of the refresh, for tests. */
  readonly now?: () => Date;
  /** Awaited before and after each read of the source: lets work that keeps the processor busy go in turns. */
  readonly turn?: () => Promise<void>;
  /** The failure that stands for what was thrown; default the exported `failureOf`. */
  readonly failureOf?: (thrown: unknown) => Failure;
}

const PAGE_TIMEOUT_MS = 120_000;

/**
 * One refresh: every table of the connection, page by page, validated, as frames; or what moved since the mark of an
 * earlier one. Never throws: whatever goes wrong becomes the one last `error` frame (`stopped` when the signal says
 * so, `source-changes-lost` when only a full one can help). The connection stays open.
 */
export async function* load(
  connection: Connection,
  declaration: ConnectorDeclaration,
  options: LoadOptions = {},
): AsyncGenerator<RefreshFrame, void, void> {
  try {
    yield* new Load(connection, declaration, options).frames();
  } catch (error) {
    yield { type: "error", failure: (options.failureOf ?? failureOf)(error) };
  }
}

/** The failure a thrown thing stands for; what is not ours is `internal`, without its message. */
export const failureOf = (error: unknown): Failure =>
  error instanceof FailureError ? error.failure : failure("internal");

class Load {
  private readonly signal: AbortSignal;
  private readonly validator: SalesValidator;
  private readonly plan: RefreshPlan;
  private readonly mark: string | undefined;
  private totalRows = 0;
  private readonly notes: Note[] = [];
  /** The first row or file that could not be read: what to say when nothing at all was loaded. */
  private firstUnreadable: Failure | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly declaration: ConnectorDeclaration,
    private readonly options: LoadOptions,
  ) {
    this.signal = options.signal ?? new AbortController().signal;
    const { currencies, invoicingDates } = connection;
    const origin = { connection, declaration, scope: options.scope ?? "" };
    this.plan = planFor(options.since, origin, this.source.source);
    // Taken before the first row is read: what moves meanwhile is read again the next time.
    this.mark = markFor(origin);
    this.validator = new SalesValidator({
      ...(currencies && { currencies }),
      ...(invoicingDates === false && { invoicingDates }),
      dataDate: connection.dataDate,
      ...(options.onRejected && { onRejected: options.onRejected }),
      ...(this.plan.mode === "changes" && { references: "later" }),
    });
  }

  async *frames(): AsyncGenerator<RefreshFrame, void, void> {
    const { connection, declaration, plan, mark } = this;
    const offered = new Set(connection.tables ?? declaration.tables);
    const tables = TABLE_NAMES.filter((table) => offered.has(table));
    const start = { source: declaration.id, sourceLabel: this.source.source, dataDate: connection.dataDate };
    const why = plan.mode === "full" && plan.fullBecause && { fullBecause: plan.fullBecause };
    const lacks = [...declaration.lacks, ...(connection.lacks ?? [])].filter(({ missing }) => missing);
    const { fixedSettings } = this.options;
    yield {
      type: "start",
      ...start,
      tables,
      ...(lacks.length > 0 && { lacks }),
      ...(fixedSettings && { fixedSettings }),
      mode: plan.mode,
      ...why,
    };
    for (const table of tables) yield* this.table(table);
    if (plan.mode === "full" && this.totalRows === 0 && this.firstUnreadable)
      throw new FailureError(this.firstUnreadable);
    if (connection.listTargets) {
      const targets = await this.inTime((signal) => connection.listTargets!(signal));
      yield { type: "targets", targets };
    }
    const notes = [...(connection.notes ?? []), ...this.notes];
    if (notes.length > 0) yield { type: "notes", notes };
    const refreshedAt = (this.options.now?.() ?? new Date()).toISOString();
    yield { type: "end", refreshedAt, totalRows: this.totalRows, ...(mark !== undefined && { mark }) };
  }

  private async *table(table: TableName): AsyncGenerator<RefreshFrame, void, void> {
    const rows = this.validator.table(table);
    yield* this.plan.mode === "changes"
      ? loadChanges(table, {
          feed: this.connection.changes!,
          since: this.plan.since,
          rows,
          takePage: (page) => this.takePage(page, rows),
          inTime: (work) => this.inTime(work),
          ...this.source,
        })
      : this.allRows(table, rows);
    this.totalRows += rows.accepted;
    this.notes.push(...rows.notes);
    const { accepted, rejectedCount, rejected, reasons } = rows;
    yield {
      type: "table-end",
      table,
      rows: accepted,
      rejectedCount,
      rejected,
      ...(reasons.length > 0 && { reasons }),
    };
  }

  private async *allRows(table: TableName, rows: TableValidator): AsyncGenerator<RefreshFrame, void, void> {
    const read = (cursor: string | undefined) =>
      this.inTime((signal) => this.connection.listPage(table, cursor, signal));
    let isFirst = true;
    for await (const page of pagesOf(read, { ...this.source, table })) {
      if (isFirst)
        yield { type: "table", table, ...(page.total !== undefined && { expectedRows: page.total }) };
      isFirst = false;
      this.takePage(page, rows);
      while (rows.ready >= CHUNK_ROWS) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
    }
    if (rows.ready > 0) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
  }

  private takePage(page: Page, rows: TableValidator): void {
    for (const row of page.rows) rows.add(row);
    for (const unreadable of page.rejected ?? []) {
      this.firstUnreadable ??= unreadable.failure;
      rows.setAside(unreadable.origin, unreadable.failure);
    }
  }

  private async inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const milliseconds = this.options.pageTimeoutMs ?? PAGE_TIMEOUT_MS;
    const late = new FailureError(failure("source-unavailable", this.source));
    await this.options.turn?.();
    const read = await withDeadline(work, milliseconds, late, this.signal);
    await this.options.turn?.();
    return read;
  }

  private get source(): { source: string } {
    return { source: this.options.sourceLabel ?? this.declaration.label.fr };
  }
}
