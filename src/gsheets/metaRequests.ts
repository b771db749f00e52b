import type { SheetsRequest } from "./api";
import { sheetTitled } from "./book";
import type { BookFound } from "./file";
import { hiddenSheet } from "./hiddenSheet";
import { META_SHEET, REFRESH_MARK, REFRESH_NAME, type SheetsMeta, writeMeta } from "./meta";
import { nameRequests } from "./sheetRequests";

/** Writes the meta cell, and beside it the cell that has own KPI cells computed again. */
export function metaRequests(
  book: BookFound,
  meta: SheetsMeta,
  freeId: () => number,
): readonly SheetsRequest[] {
  const made: number[] = [];
  const requests = hiddenSheet(book, META_SHEET, [[writeMeta(meta), REFRESH_MARK + meta.generation]], () => {
    const id = freeId();
    made.push(id);
    return id;
  });
  const sheetId = sheetTitled(book, META_SHEET)?.sheetId ?? made[0] ?? 0;
  const range = { row: 0, column: 1, rows: 1, columns: 1 };
  return [...requests, ...nameRequests(sheetId, { names: [{ name: REFRESH_NAME, range }] }, book)];
}
