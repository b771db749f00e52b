import type { RangeModel } from "./model";

/** Column from 0 → letters: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Row and column from 0 → `B3`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `B3:D9`; a single cell is `B3`. */
export function rangeAddress({ row, column, rows, columns }: RangeModel): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** `$B$3:$D$9`; a single cell is `$B$3`. */
export const absoluteAddress = (range: RangeModel): string =>
  rangeAddress(range).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** `'Chiffre d''affaires'!$C$3`: how names, charts and print areas point into a sheet. */
export const sheetReference = (sheet: string, range: RangeModel): string =>
  `'${sheet.replaceAll("'", "''")}'!${absoluteAddress(range)}`;
