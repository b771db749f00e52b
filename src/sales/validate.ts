import { type EpochDay, formatIsoDay } from "./calendar";
import { type CellReader, cellReader, isFailure } from "./cell";
import { type CurrencyTable, EUROS_ONLY, rateOf } from "./currency";
import { type Failure, failure } from "./failure";
import { fromMoneyUnits, toMoneyUnits } from "./money";
import { type Note, note } from "./note";
import type { RawRow } from "./rawRow";
import { RejectionReasons } from "./rejectionReasons";
import { type ColumnSpec, TABLES, type TableName } from "./schema";
import { REJECTED_SAMPLE, type RejectedRow, type RejectionReason } from "./stream";
import type { ColumnChunk, Value } from "./tables";

export interface ValidationOptions {
  /** Default: euros, and no other currency known. */
  readonly currencies?: CurrencyTable;
  /** `false`: the source gives no invoicing dates at all, so invoiced_on = ordered_on. */
  readonly invoicingDates?: false;
  /** Takes every row that is set aside; `rejected` holds the first ones only. */
  readonly onRejected?: (row: RejectedRow) => void;
  /** The day after which nothing that happened can be dated; such rows are told. */
  readonly dataDate?: EpochDay;
  /** `later`: only some rows travel, so the merge (merge.ts), which holds the others, checks the references. */
  readonly references?: "later";
}

/** Ids of the rows accepted so far, per table: what references are looked up in. */
type KnownIds = Map<TableName, Set<string>>;

interface Rule {
  readonly column: ColumnSpec;
  readonly read: CellReader;
  readonly ids: ReadonlySet<string> | undefined;
  readonly values: Value[];
}

const NO_IDS: ReadonlySet<string> = new Set();

/**
 * Validates the rows of a whole source. Tables are opened in TABLE_NAMES order, dimensions first, because a
 * reference to a row that has not been accepted sets the referring row aside.
 */
export class SalesValidator {
  private readonly known: KnownIds = new Map();

  constructor(private readonly options: ValidationOptions = {}) {}

  /** The validator of one table; each table is opened once. */
  table(name: TableName): TableValidator {
    return new TableValidator(name, this.known, this.options);
  }
}

/** Takes the raw rows of one table; gives valid ones in columns and keeps account of the others. */
export class TableValidator {
  /** Rows accepted since the beginning. */
  accepted = 0;
  rejectedCount = 0;
  /** The first REJECTED_SAMPLE rows set aside. */
  readonly rejected: RejectedRow[] = [];
  private readonly reasonCounts = new RejectionReasons();
  /** Optional cells that cannot be read, by column: left empty, counted, one shown. */
  private readonly unread = new Map<string, { count: number; value: string }>();
  private readonly pastAt: readonly number[];
  private future = { count: 0, until: 0 };
  private pending = 0;
  private readonly rules: readonly Rule[];
  private readonly row: Value[] = [];
  private readonly ids: Set<string>;
  private readonly currencies: CurrencyTable;
  private readonly dataDate: EpochDay;
  private readonly onRejected: ((row: RejectedRow) => void) | undefined;
  private readonly idAt: number;
  /** The column indexes of invoiced_on and ordered_on, when the one takes the other's value. */
  private readonly copiedDate: { from: number; to: number } | undefined;

  constructor(
    private readonly name: TableName,
    known: KnownIds,
    options: ValidationOptions,
  ) {
    const columns = TABLES[name].columns;
    this.rules = columns.map((column) => ({
      column,
      read: cellReader(column),
      ids: options.references ? undefined : column.table && (known.get(column.table) ?? NO_IDS),
      values: [],
    }));
    this.ids = new Set();
    known.set(name, this.ids);
    this.currencies = options.currencies ?? EUROS_ONLY;
    const at = (columnName: string) => columns.findIndex((column) => column.name === columnName);
    this.idAt = at("id");
    this.onRejected = options.onRejected;
    this.dataDate = options.dataDate ?? Number.POSITIVE_INFINITY;
    this.pastAt = columns.flatMap(({ past }, index) => (past ? [index] : []));
    const copies = options.invoicingDates === false && at("invoiced_on") >= 0;
    this.copiedDate = copies ? { from: at("ordered_on"), to: at("invoiced_on") } : undefined;
  }

  /** Rows ready to be taken. */
  get ready(): number {
    return this.pending;
  }

  add(raw: RawRow): void {
    const rate = rateOf(raw.values.currency, this.currencies);
    if (typeof rate !== "number") {
      this.setAside(raw.origin, rate, "currency", this.idOf(raw));
      return;
    }
    for (let at = 0; at < this.rules.length; at++) {
      const rule = this.rules[at]!;
      const cell = rule.read(raw.values[rule.column.name]);
      const value = isFailure(cell) && rule.column.optional ? this.leftEmpty(rule.column, cell) : cell;
      const problem = isFailure(value) ? value : this.problemWith(rule, value);
      if (problem) {
        this.setAside(raw.origin, problem, rule.column.name, this.idOf(raw));
        return;
      }
      this.row[at] = rate === 1 ? (value as Value) : converted(rule.column, value as Value, rate);
    }
    this.accept();
  }

  /** Counts a row that could not even be read as one. */
  setAside(origin: string, why: Failure, column?: string, id?: string): void {
    this.rejectedCount++;
    this.reasonCounts.add(why, column);
    const row: RejectedRow = {
      table: this.name,
      origin,
      ...(id !== undefined && { id }),
      ...(column !== undefined && { column }),
      failure: why,
    };
    if (this.rejected.length < REJECTED_SAMPLE) this.rejected.push(row);
    this.onRejected?.(row);
  }

  /** Why rows were set aside, most frequent first. */
  get reasons(): readonly RejectionReason[] {
    return this.reasonCounts.mostFrequent;
  }

  /** What was left empty, and what is dated after the data. */
  get notes(): readonly Note[] {
    const { name: table, future } = this;
    const cells = Array.from(this.unread, ([column, told]) =>
      note("cells-unread", { table, column, ...told }, table),
    );
    if (future.count === 0) return cells;
    return [
      ...cells,
      note("rows-future", { table, count: future.count, until: formatIsoDay(future.until) }, table),
    ];
  }

  private leftEmpty({ name }: ColumnSpec, { params }: Failure): null {
    const told = this.unread.get(name);
    if (told) told.count++;
    else this.unread.set(name, { count: 1, value: String(params.value ?? "") });
    return null;
  }

  private watchFuture(): void {
    let latest = Number.NEGATIVE_INFINITY;
    for (const at of this.pastAt) {
      const day = this.row[at];
      if (typeof day === "number" && day > latest) latest = day;
    }
    if (latest <= this.dataDate) return;
    this.future = { count: this.future.count + 1, until: Math.max(this.future.until, latest) };
  }

  /** A row's id as the workbook keeps it; undefined when the value is not an id. */
  idOf({ values }: Pick<RawRow, "values">): string | undefined {
    const id = this.rules[this.idAt]!.read(values.id);
    return typeof id === "string" ? id : undefined;
  }

  /** At most `limit` of the rows that are ready, in the order they came. */
  take(limit: number): { rows: number; columns: ColumnChunk } {
    const rows = Math.min(limit, this.pending);
    this.pending -= rows;
    return {
      rows,
      columns: Object.fromEntries(this.rules.map((rule) => [rule.column.name, rule.values.splice(0, rows)])),
    };
  }

  private problemWith({ column, ids }: Rule, value: Value): Failure | undefined {
    if (column.kind === "id" && this.ids.has(value as string))
      return failure("row-duplicate-id", { column: column.name, value: shortened(value) });
    if (ids && value !== null && !ids.has(value as string))
      return failure("row-unknown-reference", {
        column: column.name,
        value: shortened(value),
        table: column.table ?? "",
      });
    return undefined;
  }

  private accept(): void {
    const { row, copiedDate } = this;
    if (copiedDate && row[copiedDate.to] === null) row[copiedDate.to] = row[copiedDate.from]!;
    for (let at = 0; at < this.rules.length; at++) this.rules[at]!.values.push(row[at]!);
    this.watchFuture();
    this.ids.add(row[this.idAt] as string);
    this.accepted++;
    this.pending++;
  }
}

const shortened = (value: Value): string => String(value).slice(0, 80);

const converted = (column: ColumnSpec, value: Value, rate: number): Value =>
  column.kind === "money" && typeof value === "number" ? fromMoneyUnits(toMoneyUnits(value * rate)) : value;
