import type { EpochDay } from "../../sales/calendar";
import type { CurrencyTable } from "../../sales/currency";
import type { Lack } from "../../sales/lack";
import type { Note } from "../../sales/note";
import type { TableName } from "../../sales/schema";
import type { Target } from "../../sales/targets";
import type { Connection } from "../connector";
import type { Page } from "../page";
import { countOf, type FileSource, rowsOf } from "./source";
import type { FileRow } from "./tables/factRows";

const PAGE_ROWS = 5_000;

interface Reading {
  readonly table: TableName;
  /** The number of rows given out. */
  position: number;
  readonly rows: Iterator<FileRow>;
}

/** A set of files as a connection. A cursor is a row's position; reading on from the last one costs nothing. */
export class FileConnection implements Connection {
  readonly tables: readonly TableName[];
  readonly notes: readonly Note[];
  readonly lacks: readonly Lack[];
  readonly invoicingDates?: false;
  private reading: Reading | undefined;

  constructor(
    readonly dataDate: EpochDay,
    private readonly source: FileSource,
    readonly currencies: CurrencyTable,
    private readonly pageRows = PAGE_ROWS,
  ) {
    this.tables = [...source.tables.keys()];
    this.notes = source.notes;
    this.lacks = source.lacks;
    const orders = source.tables.get("order_lines")?.parts ?? [];
    if (orders.length > 0 && !orders.some(({ sheet }) => sheet.fills("invoiced_on")))
      this.invoicingDates = false;
  }

  async listPage(table: TableName, cursor: string | undefined): Promise<Page> {
    const origin = this.source.tables.get(table);
    if (!origin) return { rows: [], total: 0 };
    const reading = this.at(table, Number(cursor ?? 0));
    const taken: FileRow[] = [];
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
