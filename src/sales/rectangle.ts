/** A rectangle of cells on a sheet; rows and columns count from 0. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The rectangle of one cell. */
export const oneCell = (row: number, column: number): Rectangle => ({ row, column, rows: 1, columns: 1 });

/** Tells whether a cell lies in a rectangle. */
export const holdsCell = (area: Rectangle, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;
