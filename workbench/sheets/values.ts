/** The values of a sheet's cells from A1 to the last that holds something. */
import type { BookSheet, Cell } from "./book";

export type ShownValue = string | number | boolean;

export function shownValues({ cells }: BookSheet): ShownValue[][] {
  let [rows, columns] = [0, 0];
  for (const [key, { value }] of cells) {
    if (!value) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => contentOf(cells.get(`${row},${column}`))),
  );
}

/** A formula shows what was computed for it, which the stand-in's book does not know: an error until then. */
function contentOf(cell: Cell | undefined): ShownValue {
  const { numberValue, stringValue, boolValue, formulaValue } = cell?.value ?? {};
  return numberValue ?? boolValue ?? stringValue ?? (formulaValue === undefined ? "" : "#NAME?");
}
