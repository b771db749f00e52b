import { type Failure, FailureError, failure } from "../sales/failure";
import { TABLE_NAMES, type TableName } from "../sales/schema";
import { CHUNK_ROWS, type RefreshFrame } from "../sales/stream";
import { SalesValidator, type TableValidator } from "../sales/validate";
import type { Connection, ConnectorDeclaration } from "./connector";
import { withDeadline } from "./deadline";
import type { Page } from "./page";

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** How long one page may take, all its retries included. Default two minutes. */
  readonly pageTimeoutMs?: number;
  /** What the pane and the dashboards call the source; default its French label. */
  readonly sourceLabel?: string;
  /** The moment of the refresh, for tests. */
  readonly now?: () => Date;
}

const PAGE_TIMEOUT_MS = 120_000;

/**
 * One full refresh: every table of the connection, page by page, validated, as frames. Never throws: whatever goes
 * wrong becomes the one last `error` frame (`stopped` when the signal says so). The connection stays open.
 */
export async function* load(
  connection: Connection,
  declaration: ConnectorDeclaration,
  options: LoadOptions = {},
): AsyncGenerator<RefreshFrame, void, void> {
  try {
    yield* new Load(connection, declaration, options).frames();
  } catch (error) {
    yield { type: "error", failure: failureOf(error) };
  }
}

/** The failure a thrown thing stands for; what is not ours is `internal`, without its message. */
export const failureOf = (error: unknown): Failure =>
  error instanceof FailureError ? error.failure : failure("internal");

class Load {
  private readonly signal: AbortSignal;
  private readonly validator: SalesValidator;
  private totalRows = 0;
  /** The first row or file that could not be read: what to say when nothing at all was loaded. */
  private firstUnreadable: Failure | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly declaration: ConnectorDeclaration,
    private readonly options: LoadOptions,
  ) {
    this.signal = options.signal ?? new AbortController().signal;
    const { currencies, invoicingDates } = connection;
    this.validator = new SalesValidator({
      ...(currencies && { currencies }),
      ...(invoicingDates === false && { invoicingDates }),
    });
  }

  async *frames(): AsyncGenerator<RefreshFrame, void, void> {
    const { connection, declaration } = this;
    const offered = new Set(connection.tables ?? declaration.tables);
    const tables = TABLE_NAMES.filter((table) => offered.has(table));
    const sourceLabel = this.options.sourceLabel ?? declaration.label.fr;
    yield { type: "start", source: declaration.id, sourceLabel, dataDate: connection.dataDate, tables };
    for (const table of tables) yield* this.table(table);
    if (this.totalRows === 0 && this.firstUnreadable) throw new FailureError(this.firstUnreadable);
    if (connection.listTargets) {
      const targets = await this.inTime((signal) => connection.listTargets!(signal));
      yield { type: "targets", targets };
    }
    const refreshedAt = (this.options.now?.() ?? new Date()).toISOString();
    yield { type: "end", refreshedAt, totalRows: this.totalRows };
  }

  private async *table(table: TableName): AsyncGenerator<RefreshFrame, void, void> {
    const rows = this.validator.table(table);
    let page = await this.page(table, undefined);
    yield { type: "table", table, ...(page.total !== undefined && { expectedRows: page.total }) };
    for (const seen = new Set<string>(); ; ) {
      this.takePage(page, rows);
      while (rows.ready >= CHUNK_ROWS) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
      if (page.next === undefined) break;
      // A source that hands out the same cursor twice would be read without end.
      if (seen.has(page.next))
        throw new FailureError(failure("source-invalid-answer", { ...this.source(), table }));
      seen.add(page.next);
      page = await this.page(table, page.next);
    }
    if (rows.ready > 0) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
    this.totalRows += rows.accepted;
    const { accepted, rejectedCount, rejected } = rows;
    yield { type: "table-end", table, rows: accepted, rejectedCount, rejected };
  }

  private takePage(page: Page, rows: TableValidator): void {
    for (const row of page.rows) rows.add(row);
    for (const unreadable of page.rejected ?? []) {
      this.firstUnreadable ??= unreadable.failure;
      rows.setAside(unreadable.origin, unreadable.failure);
    }
  }

  private page(table: TableName, cursor: string | undefined): Promise<Page> {
    return this.inTime((signal) => this.connection.listPage(table, cursor, signal));
  }

  private inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const milliseconds = this.options.pageTimeoutMs ?? PAGE_TIMEOUT_MS;
    const late = new FailureError(failure("source-unavailable", this.source()));
    return withDeadline(work, milliseconds, this.signal, late);
  }

  private source(): { source: string } {
    return { source: this.options.sourceLabel ?? this.declaration.label.fr };
  }
}
