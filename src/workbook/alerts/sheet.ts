import { type AlertBook, bookOf, rowsOf } from "../../live";
import { TEXT_FORMAT } from "../../sales/typedText";
import { broadcast, rangeOf } from "../office/ranges";
import type { Session } from "../office/session";

/** The very hidden sheet of the alert book, with its copy of the action plan. */
export const ALERTS_SHEET = "vigie.alerts";

/** The book as one request found it. */
export interface FoundBook {
  readonly book: AlertBook;
  /** Rows and columns that the sheet holds now; undefined where there is no sheet. */
  readonly extent: { readonly rows: number; readonly columns: number } | undefined;
}

/** Asks for the book with the next request; the returned function reads it afterwards. */
export function askBook(session: Session): () => FoundBook {
  const sheet = session.workbook.worksheets.getItemOrNullObject(ALERTS_SHEET);
  sheet.load("id");
  const cells = sheet.getUsedRangeOrNullObject(true).untrack();
  cells.load("values");
  return () => {
    if (sheet.isNullObject) return { book: bookOf([]), extent: undefined };
    const values = cells.isNullObject ? [] : cells.values;
    return { book: bookOf(values), extent: { rows: values.length, columns: values[0]?.length ?? 0 } };
  };
}

/**
 * Asks for the book to be written with the next request, in one block; older rows below it go. Answers afterwards the book
 * of a co-author that came since `found` was read, and that this one covered.
 */
export function writeBook(
  session: Session,
  { book: known, extent }: FoundBook,
  book: AlertBook,
): () => FoundBook | undefined {
  const read = askBook(session);
  const { worksheets } = session.workbook;
  const sheet = extent ? worksheets.getItem(ALERTS_SHEET) : worksheets.add(ALERTS_SHEET);
  sheet.visibility = "VeryHidden";
  const rows = rowsOf(book);
  const columns = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
  const area = { row: 0, column: 0, rows: values.length, columns };
  if (extent && (extent.rows > area.rows || extent.columns > area.columns))
    rangeOf(sheet, {
      ...area,
      rows: Math.max(extent.rows, area.rows),
      columns: Math.max(extent.columns, area.columns),
    }).clear("Contents");
  rangeOf(sheet, area).numberFormat = broadcast(TEXT_FORMAT);
  rangeOf(sheet, area).values = values;
  return () => {
    const covered = read();
    return isSame(covered.book, known) ? undefined : { book: covered.book, extent: area };
  };
}

const isSame = (one: AlertBook, other: AlertBook): boolean =>
  JSON.stringify(rowsOf(one)) === JSON.stringify(rowsOf(other));
