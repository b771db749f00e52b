import { cutText, EXCEL_LIMITS, freeSheetName } from "../dashboard";
import type { NewSheet } from "../live";
import type { Result } from "../sales/failure";
import { markedText } from "../sales/typedText";
import { rangeOf } from "./office/ranges";
import { inWorkbook, type SessionOptions } from "./office/session";
import { attempt, oweView, settleViews } from "./office/views";

/** Well under the five megabytes of a request to Excel on the web, at a hundred bytes a cell. */
const CELLS_A_REQUEST = 20_000;

/**
 * Writes a table into a new sheet and shows it; answers the sheet's name. Every text is marked as text: a source's text
 * never becomes a formula, nor a date because it looks like one.
 */
export const writeNewSheet = (
  { name, headings, rows }: NewSheet,
  options: SessionOptions = {},
): Promise<Result<string>> =>
  inWorkbook(async (session) => {
    const { worksheets } = session.workbook;
    worksheets.load("items/name");
    await session.sync();
    const given = freeSheetName(
      name,
      worksheets.items.map((sheet) => sheet.name),
    );
    const sheet = worksheets.add(given);
    const columns = headings.length;
    const head = rangeOf(sheet, { row: 0, column: 0, rows: 1, columns });
    head.values = [headings.map(cellOf)];
    head.format.font.bold = true;
    oweView(given, [({ freezePanes }) => freezePanes.freezeRows(1)]);
    const step = Math.max(1, Math.floor(CELLS_A_REQUEST / columns));
    for (let row = 0; row < rows.length; row += step) {
      const part = rows.slice(row, row + step);
      rangeOf(sheet, { row: row + 1, column: 0, rows: part.length, columns }).values = part.map((cells) =>
        cells.map(cellOf),
      );
      await session.sync();
    }
    rangeOf(sheet, { row: 0, column: 0, rows: 1, columns }).format.columnWidth = 90;
    await session.sync();
    await settleViews(session);
    await attempt(session, () => worksheets.getItem(given).activate());
    return given;
  }, options);

const cellOf = (value: string | number | null): string | number =>
  typeof value === "number" ? value : markedText(cutText(value ?? "", EXCEL_LIMITS.typedText));
