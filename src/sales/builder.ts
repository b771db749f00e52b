import { type ColumnBuilder, columnBuilder, columnValue } from "./columns";
import { type ColumnSpec, TABLE_NAMES, TABLES, type TableName } from "./schema";
import { CHUNK_ROWS } from "./stream";
import type { ColumnChunk, Provenance, SalesData, Table, Value } from "./tables";

/** Grows one table out of chunks, as they arrive from a refresh or from the hidden sheets. */
export class TableBuilder {
  private length = 0;
  private readonly columns: readonly (readonly [ColumnSpec, ColumnBuilder])[];

  constructor(private readonly name: TableName) {
    this.columns = TABLES[name].columns.map((column) => [column, columnBuilder(column)] as const);
  }

  /**
   * Takes a chunk of validated values; a column the chunk does not have is empty throughout.
   * Throws a RangeError when a column's length is not `rows`: the caller's reader has to have checked it.
   */
  append(rows: number, chunk: ColumnChunk): void {
    for (const [column] of this.columns) {
      const values = chunk[column.name];
      if (values && values.length !== rows)
        throw new RangeError(`${this.name}.${column.name} is not ${rows} long`);
    }
    for (const [column, builder] of this.columns) builder.append(rows, chunk[column.name]);
    this.length += rows;
  }

  /** The table so far; the builder must not be used again. */
  finish(): Table {
    return {
      name: this.name,
      length: this.length,
      columns: Object.fromEntries(this.columns.map(([column, builder]) => [column.name, builder.finish()])),
    };
  }
}

/** Data with every table there and empty. */
export const emptySalesData = (provenance: Provenance): SalesData => salesData(provenance, []);

/** Data of these tables, the missing ones empty. */
export function salesData(provenance: Provenance, tables: Iterable<Table>): SalesData {
  const given = new Map(Array.from(tables, (table) => [table.name, table]));
  const all = TABLE_NAMES.map((name) => [name, given.get(name) ?? new TableBuilder(name).finish()]);
  return { provenance, tables: Object.fromEntries(all) as Record<TableName, Table> };
}

/** A table back into chunks of at most `chunkRows`: the inverse of TableBuilder. An empty table gives none. */
export function* toChunks(
  table: Table,
  chunkRows = CHUNK_ROWS,
): Generator<{ rows: number; columns: ColumnChunk }> {
  for (let from = 0; from < table.length; from += chunkRows) {
    const rows = Math.min(chunkRows, table.length - from);
    const columns: Record<string, Value[]> = {};
    for (const [name, column] of Object.entries(table.columns)) {
      const values: Value[] = new Array(rows);
      for (let row = 0; row < rows; row++) values[row] = columnValue(column, from + row);
      columns[name] = values;
    }
    yield { rows, columns };
  }
}
