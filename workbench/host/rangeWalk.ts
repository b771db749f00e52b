import { parseRectangle, splitSheet } from "../../src/sales/a1";
import type { Rectangle } from "../../src/sales/rectangle";
import { intersection, MAX_COLUMNS, MAX_ROWS } from "../../src/sales/rectangle";
import type { GridRange, SheetId } from "../grid/contract";
import type { Book } from "./book";
import { invalidArgument, itemNotFound } from "./officeError";

/** From one range to another. Whatever leaves the sheet is refused with InvalidArgument. */
export function within(range: GridRange): GridRange {
  const { row, column, rows, columns } = range;
  const inside =
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= MAX_ROWS &&
    column + columns <= MAX_COLUMNS;
  if (!inside || ![row, column, rows, columns].every(Number.isInteger))
    throw invalidArgument("The range lies outside the worksheet.");
  return range;
}

/** `B2:C3`, `Feuil1!A:A`, a table's or a name's name; sheets are looked up from `from`. */
export function rangeAt(book: Book, address: string, from: SheetId | undefined): GridRange {
  const { sheet: name, local } = splitSheet(address);
  const sheet = name === undefined ? from : book.sheetNamed(name);
  const rectangle = parseRectangle(local);
  if (rectangle && sheet !== undefined) return { sheet, ...rectangle };
  if (rectangle)
    throw name === undefined ? invalidArgument(`No worksheet given: ${address}`) : itemNotFound(address);
  const named = book.names.find((item) => item.name.toUpperCase() === local.toUpperCase());
  if (named && typeof named.refersTo !== "string") return named.refersTo;
  const table = [...book.tables.values()].find((item) => item.name.toUpperCase() === local.toUpperCase());
  if (table) return dataBody(table);
  throw invalidArgument(`Not an address: ${address}`);
}

/** The rows of a table between headings and totals. */
export function dataBody(table: { range: GridRange; showHeaders: boolean; showTotals: boolean }): GridRange {
  const [top, bottom] = [table.showHeaders ? 1 : 0, table.showTotals ? 1 : 0];
  return { ...table.range, row: table.range.row + top, rows: table.range.rows - top - bottom };
}

export const offset = (range: GridRange, rows: number, columns: number) =>
  within({ ...range, row: range.row + rows, column: range.column + columns });

export const resize = (range: GridRange, rows: number, columns: number) =>
  within({ ...range, rows, columns });

export const entireColumn = (range: GridRange): GridRange => ({ ...range, row: 0, rows: MAX_ROWS });
export const entireRow = (range: GridRange): GridRange => ({ ...range, column: 0, columns: MAX_COLUMNS });

/** One row of a range, counted from its first; refused outside it, unlike a cell. */
export function rowOf(range: GridRange, row: number): GridRange {
  if (row < 0 || row >= range.rows) throw invalidArgument("The row lies outside the range.");
  return { ...range, row: range.row + row, rows: 1 };
}

export function columnOf(range: GridRange, column: number): GridRange {
  if (column < 0 || column >= range.columns) throw invalidArgument("The column lies outside the range.");
  return { ...range, column: range.column + column, columns: 1 };
}

/** A cell by its place in the range; it may lie outside the range, not outside the sheet. */
export const cellOf = (range: GridRange, row: number, column: number) =>
  within({ sheet: range.sheet, row: range.row + row, column: range.column + column, rows: 1, columns: 1 });

export function boundingRect(a: GridRange, b: GridRange): GridRange {
  if (a.sheet !== b.sheet) throw invalidArgument("Both ranges must be on the same worksheet.");
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { sheet: a.sheet, row, column, rows, columns };
}

export function shared(a: GridRange, b: GridRange): GridRange | undefined {
  const rectangle: Rectangle | undefined = a.sheet === b.sheet ? intersection(a, b) : undefined;
  return rectangle && { sheet: a.sheet, ...rectangle };
}

/** The block of filled cells around a range, edged by empty rows and columns. */
export function surroundingRegion(book: Book, range: GridRange): GridRange {
  const used = book.grid.usedRange(range.sheet, true);
  const filled = (strip: GridRange): boolean => {
    const seen = used && shared(used, strip);
    return (
      seen !== undefined && book.grid.values(seen).some((row) => row.some((cell) => cell.value !== null))
    );
  };
  let region = range;
  for (;;) {
    const { sheet, row, column, rows, columns } = region;
    // The four strips around the region, corners included: cells that touch by a corner belong together.
    const strips = [
      { sheet, row: row - 1, column: column - 1, rows: 1, columns: columns + 2 },
      { sheet, row: row + rows, column: column - 1, rows: 1, columns: columns + 2 },
      { sheet, row: row - 1, column: column - 1, rows: rows + 2, columns: 1 },
      { sheet, row: row - 1, column: column + columns, rows: rows + 2, columns: 1 },
    ];
    const grown = strips
      .filter(filled)
      .map((strip) => (strip.rows === 1 ? { ...strip, column, columns } : { ...strip, row, rows }))
      .reduce(boundingRect, region);
    if (grown.rows === rows && grown.columns === columns) return region;
    region = grown;
  }
}
