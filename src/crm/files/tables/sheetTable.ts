import type { EpochDay } from "../../../sales/calendar";
import { FailureError, failure } from "../../../sales/failure";
import { type Note, note } from "../../../sales/note";
import type { TableName } from "../../../sales/schema";
import type { SourceTable } from "../columns/fields";
import { type Cell, isBlank, type Sheet, type SheetRecord, textOf } from "../inputs/sheet";
import type { MappingEntry } from "../mappingFile";
import type { Understanding } from "../understand";
import { currencyBeside, currencyInHeading } from "../values/currencies";
import { areStates, stateMeaning } from "../values/states";
import { type BoundColumn, boundColumns } from "./boundColumns";
import { dateOrders, type FieldReader, readerOf, usualMark } from "./cellReaders";
import { columnNotes } from "./columnNotes";
import { isFooter } from "./footers";
import { ShapeProfile } from "./shape";

/** Dates without which a row of a table is none. */
const ROW_DATES = [
  "ordered_on",
  "invoiced_on",
  "issued_on",
  "visited_on",
  "created_on",
  "received_on",
  "sent_on",
];

export type SheetRow =
  | { readonly origin: string; readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly origin: string; readonly refused: ReturnType<typeof failure> };

/**
 * A sheet that can be loaded: its headings bound to fields. Making one reads the sheet once, to learn how each column
 * writes numbers and dates; `rows` reads it again. Throws FailureError `file-decimal-commas` for a comma file whose
 * amounts are cut at their decimal comma.
 */
export class SheetTable {
  /** Records of data, broken ones included, footers and left out states not. */
  readonly count: number;
  readonly notes: readonly Note[];
  readonly columns: readonly BoundColumn[];
  /** Rows left out by their state, by state. */
  readonly leftOut: ReadonlyMap<string, number>;
  private readonly readers: readonly (readonly [BoundColumn, FieldReader])[];
  private readonly shape: ShapeProfile;
  private readonly dateAt: number | undefined;
  private readonly stateAt: number | undefined;
  private footers = 0;

  constructor(
    private readonly understanding: Understanding,
    readonly table: SourceTable,
    readonly dataDate: EpochDay,
    private readonly observe: (cells: readonly Cell[], line: number) => void = () => {},
  ) {
    const { sheet } = understanding;
    this.columns = boundColumns(understanding, table, dataDate);
    this.dateAt = this.columns.find(({ field }) => ROW_DATES.includes(field.name))?.at;
    const money = this.columns.filter(({ field }) => field.kind === "money");
    this.shape = new ShapeProfile(
      sheet.headings.length,
      sheet.delimiter,
      money.map(({ at }) => at),
    );
    const records = this.learn();
    const cut = this.shape.cutAmounts;
    if (cut !== undefined)
      throw new FailureError(
        failure("file-decimal-commas", { file: sheet.name, heading: sheet.headings[cut] ?? "" }),
      );
    const states = this.columns.find(
      ({ field, profile }) => field.name === "state" && areStates([...profile.values.keys()]),
    );
    this.stateAt = states?.at;
    this.leftOut = new Map(
      Array.from(states?.profile.values ?? []).filter(
        ([state]) => stateMeaning(state, this.entry.states) === "leftOut",
      ),
    );
    this.count = records - [...this.leftOut.values()].reduce((sum, rows) => sum + rows, 0);
    const mark = this.entry.decimals ?? usualMark(this.columns, sheet.delimiter);
    const orders = dateOrders(this.columns, this.entry.dates);
    this.readers = this.columns.map((column) => [column, readerOf(column, table, mark, orders)]);
    this.notes = [
      ...this.ownNotes(states),
      ...columnNotes(understanding, this.columns, { mark, orders, isStateUsed: states !== undefined }),
    ];
  }

  get sheet(): Sheet {
    return this.understanding.sheet;
  }

  get entry(): MappingEntry {
    return this.understanding.entry;
  }

  column(field: string): BoundColumn | undefined {
    return this.columns.find((column) => column.field.name === field);
  }

  /** True when a field has a cell that is not blank, or one value for all rows. */
  fills(field: string): boolean {
    return (this.column(field)?.profile.filled ?? 0) > 0 || this.entry.constants?.[field] !== undefined;
  }

  /** The rows in the sheet's order; those that cannot be read as one say why. Footers and other states are left out. */
  *rows(): Generator<SheetRow> {
    const { name, doubtfulEncoding, headings } = this.sheet;
    const expected = headings.length;
    for (const record of this.sheet.records()) {
      const { line, cells, broken } = record;
      const origin = `${name}:${line}`;
      if (broken) yield { origin, refused: failure("file-quotes", { file: name, line }) };
      else if (this.isLeftOut(record)) continue;
      else if (!this.shape.fits(record))
        yield { origin, refused: failure("row-wrong-cells", { found: cells.length, expected }) };
      else if (doubtfulEncoding && cells.some((cell) => typeof cell === "string" && cell.includes("\ufffd")))
        yield { origin, refused: failure("file-encoding", { file: name, encoding: doubtfulEncoding }) };
      else yield { origin, line, values: this.values(record) };
    }
  }

  private isLeftOut({ cells }: SheetRecord): boolean {
    if (isFooter(cells, this.dateAt)) return true;
    return this.stateAt !== undefined && this.leftOut.has(textOf(cells[this.stateAt]).trim());
  }

  private values({ cells }: SheetRecord): Record<string, unknown> {
    const values: Record<string, unknown> = { ...this.entry.constants };
    for (const [{ field, at }, read] of this.readers) {
      const cell = cells[at];
      const value = isBlank(cell) ? null : read(cell ?? null);
      if (value !== null || !(field.name in values)) values[field.name] = value;
    }
    const money = this.columns.find(({ field }) => field.kind === "money");
    values.currency ??= money && this.currencyOf(money, cells[money.at]);
    return values;
  }

  /** The currency that stands beside an amount, or in its heading. */
  private currencyOf({ heading, profile }: BoundColumn, cell: unknown): string | undefined {
    const [first, ...others] = profile.numbers?.currencies ?? [];
    const own = others.length > 0 && typeof cell === "string" ? currencyBeside(cell) : first;
    return own ?? currencyInHeading(heading);
  }

  private learn(): number {
    const rivals = this.columns.flatMap((column) => column.rivals.map(({ profile }) => profile));
    const profiles = [...this.columns.map(({ profile }) => profile), ...rivals];
    let count = 0;
    for (const record of this.sheet.records()) {
      if (!record.broken && isFooter(record.cells, this.dateAt)) {
        this.footers++;
        continue;
      }
      count++;
      if (record.broken) continue;
      this.shape.observe(record);
      for (const profile of profiles) profile.observe(record.cells[profile.at]);
      this.observe(record.cells, record.line);
    }
    return count;
  }

  private *ownNotes(states: BoundColumn | undefined): Generator<Note> {
    const { sheet, isGuessed } = this.understanding;
    const table = this.table === "targets" ? undefined : (this.table as TableName);
    const place = { file: sheet.name };
    if (isGuessed) yield note("file-table-guessed", { ...place, table: this.table }, table);
    if (this.footers > 0) yield note("rows-footer", { ...place, count: this.footers }, table);
    for (const [state, count] of this.leftOut)
      yield note("rows-left-out-by-state", { ...place, state, count, heading: states?.heading ?? "" }, table);
    for (const [state, count] of states?.profile.values ?? [])
      if (stateMeaning(state, this.entry.states) === "unknown")
        yield note("state-unknown", { ...place, state, count, heading: states?.heading ?? "" }, table);
  }
}
