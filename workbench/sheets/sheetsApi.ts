/** Google's Sheets API over a spreadsheet in memory: validates, applies all or nothing, keeps the limits and the quotas. */

import { apply, refuseTooLarge } from "./apply";
import { ApiError, type Book, copyOf, newBook } from "./book";
import { problemOf } from "./validate";

import Sheets = gapi.client.sheets;

/** Writes and reads a minute and user (developers.google.com/sheets/api/limits). */
const CALLS_A_MINUTE = 60;
const MINUTE = 60_000;

/** Counts of what was asked of the API. */
export interface ApiCounters {
  reads: number;
  writes: number;
  requests: number;
  bytes: number;
}

export interface SheetsApiOptions {
  readonly book?: Book;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export class SheetsApi {
  book: Book;
  readonly counters: ApiCounters = { reads: 0, writes: 0, requests: 0, bytes: 0 };
  /** Makes the batch that comes with this number (from 1, of this API's life) fail before anything is applied. */
  refuseWrite: ((write: number, requests: readonly Sheets.Request[]) => Error | undefined) | undefined;
  private readonly now: () => number;
  private readonly calls = { reads: [] as number[], writes: [] as number[] };
  private readonly listeners = new Set<() => void>();

  constructor({ book = newBook(), now = Date.now }: SheetsApiOptions = {}) {
    this.book = book;
    this.now = now;
  }

  onWritten(listener: () => void): void {
    this.listeners.add(listener);
  }

  batchUpdate({ requests = [] }: Sheets.BatchUpdateSpreadsheetRequest): void {
    this.count("writes");
    this.counters.requests += requests.length;
    this.counters.bytes += JSON.stringify(requests).length;
    const refusal = this.refuseWrite?.(this.counters.writes, requests);
    if (refusal) throw refusal;
    const tried = copyOf(this.book);
    for (const [index, request] of requests.entries()) {
      const problem = problemOf(request, "Request");
      if (problem) throw new ApiError(`Invalid JSON payload received at 'requests[${index}]': ${problem}`);
      try {
        apply(tried, request);
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        throw new ApiError(`Invalid requests[${index}].${Object.keys(request)[0]}: ${thrown.message}`);
      }
    }
    refuseTooLarge(tried);
    this.book = tried;
    this.changed();
  }

  /** Tells whoever shows the spreadsheet that it changed. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** The answer to `spreadsheets.get`, without cells. */
  get(): Sheets.Spreadsheet {
    this.count("reads");
    return {
      sheets: this.book.sheets.map((sheet, index) => ({
        properties: {
          sheetId: sheet.sheetId,
          title: sheet.title,
          index,
          hidden: sheet.hidden,
          gridProperties: { rowCount: sheet.rowCount, columnCount: sheet.columnCount },
        },
        charts: sheet.charts.map(({ id }) => ({ chartId: id })),
        protectedRanges: sheet.protections.map(({ id }) => ({ protectedRangeId: id })),
        conditionalFormats: [...sheet.conditionalFormats],
      })),
      namedRanges: [...this.book.names].map(([name, { id, range }]) => ({ name, namedRangeId: id, range })),
    };
  }

  private count(kind: "reads" | "writes"): void {
    const now = this.now();
    this.counters[kind] += 1;
    const recent = this.calls[kind].filter((at) => at > now - MINUTE);
    if (recent.length >= CALLS_A_MINUTE)
      throw new ApiError(
        `Quota exceeded for quota metric '${kind === "reads" ? "Read" : "Write"} requests' per minute per user`,
        429,
      );
    this.calls[kind] = [...recent, now];
  }
}
