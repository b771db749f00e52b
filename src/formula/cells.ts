import { type Failure, type FailureCode, type FailureParams, failure } from "../sales/failure";

/** The value of a cell. Null is a blank cell. */
export type Scalar = string | number | boolean | null;

/** An error in a cell: it stays there, whatever its neighbours hold. */
export class Fault {
  constructor(readonly failure: Failure) {}
}

export const fault = (code: FailureCode, params: FailureParams = {}): Fault =>
  new Fault(failure(code, params));

export type Cell = Scalar | Fault;

/** Rows of equal length; a single value is 1 × 1. */
export type Matrix = readonly (readonly Cell[])[];

export const single = (cell: Cell): Matrix => [[cell]];

export const isFault = (cell: unknown): cell is Fault => cell instanceof Fault;

/** The first error among cells; undefined without one. */
export const faultIn = (cells: readonly Cell[]): Fault | undefined => cells.find(isFault);

/** The first cell; blank where there is none. */
export const corner = (block: Matrix | undefined): Cell => block?.[0]?.[0] ?? null;

export const widthOf = (block: Matrix): number => block[0]?.length ?? 0;

/** More cells than an Excel sheet has rows are not computed. */
const MOST_CELLS = 1_048_576;

/** Cell by cell; a single row, column or cell is repeated, and beyond the end of a longer one stands `#N/A`. */
export function each(apply: (...cells: Cell[]) => Cell, ...blocks: readonly Matrix[]): Matrix {
  const rows = Math.max(...blocks.map((block) => block.length));
  const columns = Math.max(...blocks.map(widthOf));
  return generated(rows, columns, (row, column) =>
    apply(...blocks.map((block) => cellAt(block, row, column))),
  );
}

/** A block of so many cells; `#NUM!` where that is none or more than a sheet holds. */
export function generated(
  rows: number,
  columns: number,
  cell: (row: number, column: number) => Cell,
): Matrix {
  if (!(rows >= 1 && columns >= 1 && rows * columns <= MOST_CELLS)) return single(fault("number-invalid"));
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => cell(row, column)),
  );
}

function cellAt(block: Matrix, row: number, column: number): Cell {
  const line = block[block.length === 1 ? 0 : row];
  const cell = line?.[line.length === 1 ? 0 : column];
  return cell === undefined ? fault("value-not-found") : cell;
}
