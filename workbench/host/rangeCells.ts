import { format, isValidFormat } from "numfmt";
import type { Rectangle } from "../../src/sales/rectangle";
import { intersection } from "../../src/sales/rectangle";
import type { CellFace, CellScalar, CellView, GridRange } from "../grid/contract";
import type { Behaviours } from "./behaviours";
import type { Book } from "./book";
import { interpretInput } from "./cellInput";
import { assertFormula } from "./formulaRules";
import { invalidArgument, OfficeError } from "./officeError";
import { READ_LIMIT_CELLS } from "./protocol";

const GENERAL = "General";
export const cellCount = (range: Rectangle) => range.rows * range.columns;

function assertReadable(range: GridRange): void {
  if (cellCount(range) > READ_LIMIT_CELLS)
    throw new OfficeError("RangeExceedsLimit", `The range has more than ${READ_LIMIT_CELLS} cells.`);
}

/** Values as office.js reads them: empty cells are `""`. */
export function readValues(book: Book, range: GridRange): unknown[][] {
  assertReadable(range);
  return book.grid.values(range).map((row) => row.map((cell) => cell.value ?? ""));
}

export function readFormulas(book: Book, range: GridRange): unknown[][] {
  assertReadable(range);
  return book.grid.formulas(range).map((row) => row.map((cell) => cell ?? ""));
}

/** Cells as one would type them again: formulas as they are, every text with the apostrophe that keeps it text. */
export function readTyped(book: Book, range: GridRange): unknown[][] {
  assertReadable(range);
  const values = book.grid.values(range);
  return book.grid.formulas(range).map((row, r) =>
    row.map((cell, c) => {
      if (typeof cell !== "string") return cell ?? "";
      const isFormula = cell.startsWith("=") && cell !== values[r]?.[c]?.value;
      return isFormula || cell === "" ? cell : `'${cell}`;
    }),
  );
}

function typeOf({ value, isError }: CellView): string {
  if (isError) return "Error";
  if (value === null || value === "") return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

export function readTypes(book: Book, range: GridRange): string[][] {
  assertReadable(range);
  return book.grid.values(range).map((row) => row.map(typeOf));
}

export function readNumberFormats(book: Book, range: GridRange): string[][] {
  assertReadable(range);
  return matrix(range, (row, column) => book.grid.face(range.sheet, row, column).numberFormat ?? GENERAL);
}

/** The cells' texts as a person reads them, formatted in the document's language. */
export function readText(book: Book, range: GridRange): string[][] {
  assertReadable(range);
  const { sheet, row, column } = range;
  return book.grid.values(range).map((cells, r) =>
    cells.map(({ value, isError }, c) => {
      if (value === null) return "";
      if (isError) return String(value);
      const pattern = book.grid.face(sheet, row + r, column + c).numberFormat ?? GENERAL;
      return format(pattern, value, { locale: book.locale, throws: false });
    }),
  );
}

export function matrix<T>(range: Rectangle, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: range.rows }, (_row, r) =>
    Array.from({ length: range.columns }, (_column, c) => cell(range.row + r, range.column + c)),
  );
}

/** A scalar for every cell, alone or as a matrix of one cell, or a matrix of just the range's size. */
function cellOf(range: GridRange, input: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly unknown[];
  const [first] = rows;
  // Microsoft's own snippets write `numberFormat = [["$#,##0.00"]]` over a table.
  if (rows.length === 1 && Array.isArray(first) && first.length === 1) return () => first[0] as unknown;
  const fits =
    rows.length === range.rows && rows.every((row) => Array.isArray(row) && row.length === range.columns);
  if (!fits)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size of the range.",
    );
  return (row, column) => (rows as readonly (readonly unknown[])[])[row]?.[column];
}

/** Writes `values` or `formulas`: both take text that begins with `=` as a formula. */
export const writeCells = (book: Book, range: GridRange, input: unknown): void =>
  put(book, range, input, book.behaviours.textMark);

/** Puts cells down as `readTyped` took them up: its apostrophes are nobody's content. */
export const writeTyped = (book: Book, range: GridRange, input: unknown): void =>
  put(book, range, input, "strips");

function put(book: Book, range: GridRange, input: unknown, textMark: Behaviours["textMark"]): void {
  book.assertWritable(range);
  if (!Array.isArray(input) && input === "") {
    book.grid.clear(range, "contents");
    return;
  }
  const at = cellOf(range, input);
  assertReadable(range);
  const formulas: { row: number; column: number; formula: string }[] = [];
  const formats: { row: number; column: number; numberFormat: string }[] = [];
  const values = matrix({ ...range, row: 0, column: 0 }, (r, c): CellScalar | undefined => {
    const [row, column] = [range.row + r, range.column + c];
    const now = () => book.grid.face(range.sheet, row, column).numberFormat ?? GENERAL;
    const read = interpretInput(at(r, c), now, textMark);
    if (read.kind === "formula") formulas.push({ row, column, formula: read.formula });
    if (read.kind !== "value") return undefined;
    if (read.numberFormat && now() === GENERAL)
      formats.push({ row, column, numberFormat: read.numberFormat });
    return read.value;
  });
  if (values.some((row) => row.some((value) => value !== undefined))) book.grid.writeValues(range, values);
  for (const { row, column, numberFormat } of formats)
    book.grid.setFace({ sheet: range.sheet, row, column, rows: 1, columns: 1 }, { numberFormat });
  for (const { row, column, formula } of formulas) {
    assertFormula(formula);
    book.formulaWritten();
    const { error } = book.grid.writeFormula(range.sheet, row, column, formula);
    if (error !== undefined) throw invalidArgument(`Not a formula: ${formula}`);
  }
}

/** Number formats: one for all, or a matrix, which is written in as few rectangles as it allows. */
export function writeNumberFormats(book: Book, range: GridRange, input: unknown): void {
  book.assertWritable(range);
  const at = cellOf(range, input);
  const put = (part: Rectangle, numberFormat: unknown) => {
    if (numberFormat === null || numberFormat === undefined) return;
    if (typeof numberFormat !== "string") throw invalidArgument("A number format is text.");
    if (!isValidFormat(numberFormat)) throw invalidArgument(`Not a number format: ${numberFormat}`);
    book.grid.setFace({ sheet: range.sheet, ...part }, { numberFormat });
  };
  if (!Array.isArray(input)) {
    put(range, input);
    return;
  }
  for (let c = 0; c < range.columns; c++) {
    for (let r = 0, start = 0; r < range.rows; r++) {
      if (r + 1 < range.rows && at(r + 1, c) === at(start, c)) continue;
      put(
        { row: range.row + start, column: range.column + c, rows: r + 1 - start, columns: 1 },
        at(start, c),
      );
      start = r + 1;
    }
  }
}

/** One answer for a whole range: the cells' common one, or null where they differ. */
export function uniform<T>(book: Book, range: GridRange, pick: (face: CellFace) => T): T | null {
  const first = pick(book.grid.face(range.sheet, range.row, range.column));
  const used = book.grid.usedRange(range.sheet, false);
  const seen = used && intersection(used, range);
  if (!seen) return first;
  for (let row = seen.row; row < seen.row + seen.rows; row++)
    for (let column = seen.column; column < seen.column + seen.columns; column++)
      if (pick(book.grid.face(range.sheet, row, column)) !== first) return null;
  return first;
}
