import type { Rectangle } from "./rectangle";

/** Converts a column's index from 0 to its letters: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Converts a column's letters, of either case, to its index from 0: `A` → 0, `AA` → 26. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Row 9, column 2 → `C10`, with `$` before what is fixed. */
export function cellAddress(
  row: number,
  column: number,
  fixed: "none" | "column" | "row" | "both" = "none",
): string {
  const fixedColumn = fixed === "column" || fixed === "both" ? "$" : "";
  const fixedRow = fixed === "row" || fixed === "both" ? "$" : "";
  return `${fixedColumn}${columnLetters(column)}${fixedRow}${row + 1}`;
}

/** One column from a row down: `C10:C21`. */
export const columnAddress = (row: number, column: number, rows: number): string =>
  `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column)}`;

/** `B3:D9`, or `$B$3:$D$9` when `fixed` is `both`; a single cell is `B3`. */
export function rangeAddress(
  { row, column, rows, columns }: Rectangle,
  fixed: "none" | "both" = "none",
): string {
  const first = cellAddress(row, column, fixed);
  if (rows === 1 && columns === 1) return first;
  return `${first}:${cellAddress(row + rows - 1, column + columns - 1, fixed)}`;
}

/** A sheet's name between quotes, as any formula may write it: `'Chiffre d''affaires'`. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `'Chiffre d''affaires'!$C$3`: how names, charts and print areas point into a sheet. */
export const sheetReference = (sheet: string, range: Rectangle): string =>
  `${quotedSheet(sheet)}!${rangeAddress(range, "both")}`;

const LOCAL = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/**
 * Reads a cell or a range without its sheet, dollars or not: `B3`, `$B$3:D9`. Corners may stand in any order.
 * Undefined for anything else, such as `#REF!`, whole columns or row 0.
 */
export function parseRange(text: string): Rectangle | undefined {
  const parts = LOCAL.exec(text);
  if (!parts) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = parts;
  const rows = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b) as [number, number];
  const columns = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b) as [number, number];
  if (rows[0] < 0) return undefined;
  return {
    row: rows[0],
    column: columns[0],
    rows: rows[1] - rows[0] + 1,
    columns: columns[1] - columns[0] + 1,
  };
}

const WITH_SHEET = /^(?:'((?:[^']|'')+)'|([^'!()]+))!(.+)$/;

/** `sheetReference` backwards, the sheet quoted or not; undefined for anything else, such as `#REF!`. */
export function readReference(
  reference: string,
): { readonly sheet: string; readonly range: Rectangle } | undefined {
  const [, quoted, plain = "", local = ""] = WITH_SHEET.exec(reference) ?? [];
  const range = parseRange(local);
  return range && { sheet: quoted?.replaceAll("''", "'") ?? plain, range };
}
