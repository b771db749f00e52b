import { type Failure, failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import { type ColumnKind, type ColumnSpec, TABLES, type TableName } from "../../sales/schema";
import { choiceReader } from "./choices";
import { DateProfile, dateReader } from "./dates";
import { type FileDescription, isSeparatorLine } from "./describe";
import { decodedPieces } from "./encoding";
import type { CsvFile } from "./file";
import type { SourceTable } from "./mappingFile";
import { type DecimalMark, NumberProfile, parseNumber } from "./numbers";
import { type CsvRecord, fits, records } from "./records";

export type CsvRow = RawRow | { readonly origin: string; readonly failure: Failure };

interface BoundColumn {
  readonly name: string;
  readonly at: number;
  readonly kind: ColumnKind;
  /** For a reference: the table, and each cell that was seen with its first line. */
  readonly refersTo: TableName | undefined;
  readonly mentions: Map<string, number>;
  read: (cell: string) => unknown;
}

const NUMERIC: ReadonlySet<ColumnKind> = new Set(["money", "number", "count", "share"]);

/**
 * A file that can be loaded: its headings bound to columns of ours. Making one reads the file once, to learn how
 * each column writes numbers and dates; `rows` reads it again.
 */
export class CsvTable {
  /** Records of data, broken ones included. */
  readonly count: number;
  /** Columns with at least one cell that is not blank. */
  readonly filled: ReadonlySet<string>;
  private readonly columns: readonly BoundColumn[];

  constructor(
    private readonly file: CsvFile,
    readonly table: SourceTable,
    private readonly description: FileDescription,
  ) {
    this.columns = Object.entries(description.mapping).map(([name, heading]) => ({
      name,
      at: description.headings.indexOf(heading),
      kind: specOf(table, name)?.kind ?? (name === "value" ? "number" : "text"),
      refersTo: specOf(table, name)?.table,
      mentions: new Map(),
      read: choiceReader(table, name) ?? ((cell) => cell),
    }));
    const filled = new Set<string>();
    this.count = this.learn(filled);
    this.filled = filled;
  }

  get name(): string {
    return this.file.name;
  }

  refersTo(table: TableName): boolean {
    return this.columns.some((column) => column.refersTo === table);
  }

  /** The distinct cells that refer to a table, each with the line it is first on. */
  *referencesTo(table: TableName): Generator<readonly [cell: string, line: number]> {
    for (const column of this.columns) if (column.refersTo === table) yield* column.mentions;
  }

  /** The rows in the file's order; those that cannot be read as one say why. */
  *rows(): Generator<CsvRow> {
    const { certain, name: encoding } = this.description.encoding!;
    const expected = this.description.headings.length;
    for (const { line, cells, broken } of this.records()) {
      const origin = `${this.file.name}:${line}`;
      if (broken) yield { origin, failure: failure("file-quotes", { file: this.file.name, line }) };
      else if (!fits(cells, expected))
        yield { origin, failure: failure("row-wrong-cells", { found: cells.length, expected }) };
      else if (!certain && cells.some((cell) => cell.includes("\ufffd")))
        yield { origin, failure: failure("file-encoding", { file: this.file.name, encoding }) };
      else yield { origin, values: this.values(cells) };
    }
  }

  private values(cells: readonly string[]): RawRow["values"] {
    const values: Record<string, unknown> = {};
    for (const { name, at, read } of this.columns) {
      const cell = cells[at];
      values[name] = cell === undefined || cell.trim() === "" ? null : read(cell);
    }
    return values;
  }

  /** Everything after the line of headings. */
  private *records(): Generator<CsvRecord> {
    let seenHeadings = false;
    const { encoding, delimiter, headings } = this.description;
    for (const record of records(decodedPieces(this.file.bytes, encoding!), delimiter, headings.length)) {
      if (seenHeadings) yield record;
      else seenHeadings = !isSeparatorLine(record.cells.join(delimiter));
    }
  }

  private learn(filled: Set<string>): number {
    const numbers = this.columns
      .filter(({ kind }) => NUMERIC.has(kind))
      .map((column) => ({ column, profile: new NumberProfile() }));
    const dates = this.columns
      .filter(({ kind }) => kind === "date")
      .map((column) => ({ column, profile: new DateProfile() }));
    const references = this.columns.filter(({ refersTo }) => refersTo !== undefined);
    let count = 0;
    for (const { cells, broken, line } of this.records()) {
      count++;
      if (broken || !fits(cells, this.description.headings.length)) continue;
      for (const { column, profile } of numbers) profile.observe(cells[column.at]!);
      for (const { column, profile } of dates) profile.observe(cells[column.at]!);
      for (const { at, mentions } of references)
        if (!mentions.has(cells[at]!)) mentions.set(cells[at]!, line);
      if (filled.size < this.columns.length)
        for (const { name, at } of this.columns) if (cells[at]?.trim()) filled.add(name);
    }
    const marks = new Set(numbers.map(({ profile }) => profile.mark));
    const orders = new Set(dates.map(({ profile }) => profile.order));
    for (const { column, profile } of numbers)
      column.read = this.numberReader(column, profile.mark ?? this.usualMark(marks));
    for (const { column, profile } of dates) {
      const reader = dateReader(
        profile.order ?? (orders.has("month") && !orders.has("day") ? "month" : "day"),
      );
      column.read = (cell) => reader(cell) ?? cell;
    }
    return count;
  }

  /** For a column that shows no decimals: what the file's others show, else what its delimiter suggests. */
  private usualMark(marks: ReadonlySet<DecimalMark | undefined>): DecimalMark {
    if (marks.has(",") !== marks.has(".")) return marks.has(",") ? "," : ".";
    return this.description.delimiter === ";" && !marks.has(".") ? "," : ".";
  }

  private numberReader({ kind, at }: BoundColumn, mark: DecimalMark): (cell: string) => unknown {
    const inPercent = kind === "share" && this.description.headings[at]!.includes("%");
    return (cell) => {
      const value = parseNumber(cell, mark, kind === "share");
      if (value === undefined) return cell;
      return inPercent && !cell.includes("%") ? value / 100 : value;
    };
  }
}

const specOf = (table: SourceTable, column: string): ColumnSpec | undefined =>
  table === "targets" ? undefined : TABLES[table].columns.find(({ name }) => name === column);
