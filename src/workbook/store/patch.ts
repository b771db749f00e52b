import { TABLES, type TableName } from "../../sales/schema";
import type { Table } from "../../sales/tables";
import { rangeOf } from "../office/ranges";
import { type Block, type Encoded, writeBlock } from "./block";
import { runsOf } from "./changedRows";
import { encodeTable } from "./encode";

/**
 * Rows to be written into a table's own sheet, in absolute places, so that doing it twice or half changes nothing
 * of the outcome. They are written into the journal first: see journal.ts.
 */
export interface Patch {
  readonly table: TableName;
  /** The changed rows, one below the other. */
  readonly block: Block;
  /** The sheet row of each. */
  readonly targets: readonly number[];
  /** Rows of the table before and after. */
  readonly before: number;
  readonly after: number;
  /** The whole table as it will be. */
  readonly encoded: Encoded;
  /** Bytes that the rows take in a request, their addresses included. */
  readonly bytes: number;
}

/** Bytes that the client library adds around a rectangle and its formats. */
const WRAPPING_A_RUN = 2_500;

/** The patch that brings a table of `before` rows to `table`, given its rows that change. */
export function patchOf(table: Table, rows: readonly number[], before: number): Patch {
  const targets = rows.map((row) => row + 1);
  const cells: Block["cells"] = [];
  let bytes = 0;
  let next = 0;
  const encoded = encodeTable(table, (block) => {
    const perRow = block.bytes / block.cells.length;
    for (; next < targets.length && targets[next]! < block.row + block.cells.length; next++) {
      cells.push(block.cells[targets[next]! - block.row]!);
      bytes += perRow;
    }
  });
  const runs = runsOf(targets, 1).length;
  return {
    table: table.name,
    block: { table: table.name, row: 0, cells, bytes },
    targets,
    before,
    after: table.length,
    encoded,
    bytes: bytes + runs * WRAPPING_A_RUN,
  };
}

/** Asks for the rows to be written into the table's sheet, and for its length to follow. */
export function applyPatch(
  sheet: Excel.Worksheet,
  excelTable: Excel.Table,
  { table, block, targets, before, after }: Patch,
): void {
  const columns = TABLES[table].columns.length;
  let from = 0;
  for (const run of runsOf(targets, 1)) {
    const rows = run.to - run.from + 1;
    writeBlock(sheet, { table, row: run.from, cells: block.cells.slice(from, from + rows) });
    from += rows;
  }
  if (after === before) return;
  // Excel wants one row under the headings, even if it is empty.
  const length = Math.max(after, 1) + 1;
  excelTable.resize(rangeOf(sheet, { row: 0, column: 0, rows: length, columns }));
  if (after < before) rangeOf(sheet, { row: after + 1, column: 0, rows: before - after, columns }).clear();
}
