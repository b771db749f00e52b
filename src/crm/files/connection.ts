import type { EpochDay } from "../../sales/calendar";
import type { CurrencyTable } from "../../sales/currency";
import type { TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import type { Text } from "../../sales/text";
import type { Connection } from "../connector";
import type { Page } from "../page";
import { type CsvSource, countOf, rowsOf } from "./source";
import type { CsvRow } from "./table";

const PAGE_ROWS = 5_000;

interface Reading {
  readonly table: TableName;
  /** How many rows have been given out. */
  position: number;
  readonly rows: Iterator<CsvRow>;
}

/** A set of CSV files as a connection. A cursor is a row's position; reading on from the last one costs nothing. */
export class CsvConnection implements Connection {
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
  readonly invoicingDates?: false;
  readonly currencies?: CurrencyTable;
  private reading: Reading | undefined;

  constructor(
    readonly dataDate: EpochDay,
    private readonly source: CsvSource,
    currencies: CurrencyTable | undefined,
    private readonly pageRows = PAGE_ROWS,
  ) {
    this.tables = [...source.tables.keys()];
    this.lacks = source.notes;
    const orders = source.tables.get("order_lines");
    if (orders?.kind === "file" && !orders.file.filled.has("invoiced_on")) this.invoicingDates = false;
    if (currencies) this.currencies = currencies;
  }

  async listPage(table: TableName, cursor: string | undefined): Promise<Page> {
    const origin = this.source.tables.get(table);
    if (!origin) return { rows: [], total: 0 };
    const reading = this.at(table, Number(cursor ?? 0));
    const taken: CsvRow[] = [];
    let done = false;
    while (taken.length < this.pageRows && !done) {
      const next = reading.rows.next();
      if (next.done) done = true;
      else taken.push(next.value);
    }
    reading.position += taken.length;
    return {
      rows: taken.filter((row) => "values" in row),
      rejected: taken.filter((row) => "failure" in row),
      total: countOf(origin),
      ...(!done && { next: String(reading.position) }),
    };
  }

  async listTargets(): Promise<readonly Target[]> {
    return this.source.targets;
  }

  async close(): Promise<void> {
    this.reading = undefined;
  }

  /** The reader of a table that stands at a position: the one in hand, or a new one wound forward. */
  private at(table: TableName, position: number): Reading {
    if (this.reading?.table === table && this.reading.position === position) return this.reading;
    const rows = rowsOf(this.source.tables.get(table)!);
    for (let skipped = 0; skipped < position; skipped++) rows.next();
    this.reading = { table, position, rows };
    return this.reading;
  }
}
