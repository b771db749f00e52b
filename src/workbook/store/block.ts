import { Checksum } from "../../sales/checksum";
import { TABLES, type TableName } from "../../sales/schema";
import type { ColumnChunk } from "../../sales/tables";
import { markedWhereNeeded } from "../../sales/typedText";
import { broadcast, rangeOf } from "../office/ranges";
import { formatOf, type StoredCell, toCell } from "./cells";
import type { StoredTable } from "./meta";
import { cellBytes } from "./requestSize";

/** Sheet rows below a table's headings: more do not fit. */
export const MAX_ROWS = 1_048_575;

/** A run of neighbouring columns that share a number format. */
interface FormatRun {
  readonly format: string;
  readonly column: number;
  readonly columns: number;
}

/** Rows of one table, ready to be written as one rectangle. */
export interface Block {
  readonly table: TableName;
  /** Sheet row of the first of `cells`; row 0 holds the headings. */
  readonly row: number;
  readonly cells: StoredCell[][];
  bytes: number;
}

/** The record of a stored table, without its slot. */
export type Encoded = Omit<StoredTable, "slot">;

/** Turns one table's chunks into blocks, and counts and sums up what went into them. */
export class TableEncoder {
  rows = 0;
  private readonly columns;
  private readonly checksum: Checksum;
  private readonly pieces: { rows: number; bytes: number }[] = [];
  private block: Block;

  constructor(readonly table: TableName) {
    this.columns = TABLES[table].columns;
    this.checksum = new Checksum(this.columns.length);
    this.block = { table, row: 0, cells: [], bytes: 0 };
    this.push(this.columns.map((column) => column.name));
  }

  /** Adds one row of the chunk; answers the bytes it takes in a request. */
  addRow(chunk: ColumnChunk, row: number): number {
    const cells = this.columns.map(({ name, kind }, index) => {
      const cell = toCell(kind, chunk[name]?.[row]);
      this.checksum.add(index, cell);
      return typeof cell === "string" ? markedWhereNeeded(cell) : cell;
    });
    this.rows++;
    return this.push(cells);
  }

  /** The rows gathered since the last cut, headings first; undefined when there are none. */
  cut(): Block | undefined {
    const block = this.block;
    if (block.cells.length === 0) return undefined;
    const rows = block.row === 0 ? block.cells.length - 1 : block.cells.length;
    this.pieces.push({ rows, bytes: Math.ceil(block.bytes) });
    this.block = { table: this.table, row: block.row + block.cells.length, cells: [], bytes: 0 };
    return block;
  }

  stored(): Encoded {
    return {
      rows: this.rows,
      checksum: this.checksum.digest(),
      columns: this.columns.map((column) => column.name),
      pieces: this.pieces,
    };
  }

  private push(cells: StoredCell[]): number {
    const bytes = cells.reduce<number>((sum, cell) => sum + cellBytes(cell), 2);
    this.block.cells.push(cells);
    this.block.bytes += bytes;
    return bytes;
  }
}

type Placed = Pick<Block, "table" | "row" | "cells">;

/**
 * Asks for a block to be written: formats before values, so that no text is ever read as anything else. The
 * table's first column goes to column `from`.
 */
export function writeBlock(sheet: Excel.Worksheet, { table, row, cells }: Placed, from = 0): void {
  for (const { format, column, columns } of FORMAT_RUNS[table])
    rangeOf(sheet, { row, column: from + column, rows: cells.length, columns }).numberFormat =
      broadcast(format);
  writeValues(sheet, { row, cells }, from);
}

/** Asks for values to be written where the formats stand already. */
export function writeValues(sheet: Excel.Worksheet, { row, cells }: Omit<Placed, "table">, from = 0): void {
  rangeOf(sheet, { row, column: from, rows: cells.length, columns: cells[0]!.length }).values = cells;
}

const FORMAT_RUNS = Object.fromEntries(
  Object.values(TABLES).map(({ name, columns }) => [
    name,
    formatRuns(columns.map(({ kind }) => formatOf(kind))),
  ]),
) as Readonly<Record<TableName, readonly FormatRun[]>>;

function formatRuns(formats: readonly (string | undefined)[]): readonly FormatRun[] {
  const runs: FormatRun[] = [];
  formats.forEach((format, column) => {
    const last = runs.at(-1);
    if (!format) return;
    if (last && last.format === format && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ format, column, columns: 1 });
  });
  return runs;
}
