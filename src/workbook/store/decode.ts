import { Checksum } from "../../sales/checksum";
import { type ColumnKind, TABLES, type TableName } from "../../sales/schema";
import type { ColumnChunk, Value } from "../../sales/tables";
import { fromCell, type StoredCell } from "./cells";
import type { StoredTable } from "./meta";
import { type Reading, readingOf } from "./migrations";

/** Turns one table's hidden cells back into validated values, summing them up on the way. */
export class TableDecoder {
  private rows = 0;
  private readonly checksum: Checksum;
  private readonly reading: Reading;
  private readonly kinds: readonly (ColumnKind | undefined)[];

  constructor(
    table: TableName,
    private readonly stored: StoredTable,
    schema: number,
    private readonly unmark: (text: string) => string,
  ) {
    this.checksum = new Checksum(stored.columns.length);
    this.reading = readingOf(schema, table, stored.columns);
    const kindOf = new Map(TABLES[table].columns.map(({ name, kind }) => [name, kind]));
    this.kinds = this.reading.columns.map((name) => kindOf.get(name));
  }

  /** True when the sheet's first row is still as written. */
  headingsMatch(cells: readonly unknown[]): boolean {
    return this.stored.columns.every((name, index) => cells[index] === name);
  }

  /** Rows of the sheet → a chunk under today's column names. Columns of older schemas are left out. */
  decode(rows: readonly (readonly unknown[])[]): ColumnChunk {
    this.rows += rows.length;
    const chunk: Record<string, Value[]> = {};
    this.kinds.forEach((kind, column) => {
      const values: Value[] = new Array(rows.length);
      rows.forEach((row, index) => {
        const cell = this.cell(row[column]);
        this.checksum.add(column, cell);
        values[index] = kind ? fromCell(kind, cell) : null;
      });
      if (kind) chunk[this.reading.columns[column]!] = values;
    });
    for (const [name, value] of Object.entries(this.reading.added))
      chunk[name] = new Array<Value>(rows.length).fill(value);
    return chunk;
  }

  /** True when all rows came, unchanged since they were written. */
  isWhole(): boolean {
    return this.rows === this.stored.rows && this.checksum.digest() === this.stored.checksum;
  }

  private cell(value: unknown): StoredCell {
    return typeof value === "number" ? value : this.unmark(String(value ?? ""));
  }
}
