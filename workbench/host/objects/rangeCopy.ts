import type { GridRange } from "../../grid/contract";
import { oneOf } from "../arguments";
import type { Book } from "../book";
import { matrix, readTyped, writeTyped } from "../rangeCells";

const COPY_TYPES = ["All", "Formulas", "Values", "Formats"] as const;

/** `copyFrom`: formulas are copied as they are written (references do not move), values, formats cell by cell. */
export function copyFrom(book: Book, target: GridRange, source: GridRange, type: unknown): void {
  const what = oneOf(type ?? "All", COPY_TYPES, "copyType");
  const to: GridRange = { ...target, rows: source.rows, columns: source.columns };
  book.assertWritable(to);
  const faces = matrix(source, (row, column) => book.grid.face(source.sheet, row, column));
  if (what === "All" || what === "Formulas") writeTyped(book, to, readTyped(book, source));
  if (what === "Values")
    book.grid.writeValues(
      to,
      book.grid.values(source).map((row) => row.map((cell) => cell.value)),
    );
  if (what === "All" || what === "Formats")
    faces.forEach((line, r) => {
      line.forEach((face, c) => {
        book.grid.setFace(
          { sheet: to.sheet, row: to.row + r, column: to.column + c, rows: 1, columns: 1 },
          face,
        );
      });
    });
}
