/** Column from 0 → letters: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** Row 9, column 2 → `C10`, with `$` before what is fixed. */
export function address(
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
  `${address(row, column)}:${address(row + rows - 1, column)}`;
