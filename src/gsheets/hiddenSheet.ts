import type { SheetsRequest } from "./api";
import { sheetTitled } from "./book";
import { enteredValue } from "./cellData";
import type { BookFound } from "./file";

/** Writes texts into a hidden sheet, which is made where it is not there; what stood there before goes. */
export function hiddenSheet(
  book: BookFound,
  title: string,
  rows: readonly (readonly string[])[],
  freeId: () => number,
): readonly SheetsRequest[] {
  const found = sheetTitled(book, title);
  const sheetId = found?.sheetId ?? freeId();
  const gridProperties = {
    rowCount: Math.max(1, rows.length),
    columnCount: Math.max(1, ...rows.map((row) => row.length)),
  };
  return [
    found
      ? {
          updateSheetProperties: {
            properties: { sheetId, gridProperties },
            fields: "gridProperties(rowCount,columnCount)",
          },
        }
      : { addSheet: { properties: { sheetId, title, hidden: true, gridProperties } } },
    { updateCells: { range: { sheetId }, fields: "userEnteredValue" } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: rows.map((row) => ({ values: row.map(enteredValue) })),
        fields: "userEnteredValue",
      },
    },
  ];
}
