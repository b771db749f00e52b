/** A spreadsheet of Google as the stand-in keeps it: what the Sheets API writes, by sheet. */

import Sheets = gapi.client.sheets;

export interface Cell {
  readonly value?: Sheets.ExtendedValue;
  readonly format?: Sheets.CellFormat;
  readonly rule?: Sheets.DataValidationRule;
}

export interface BookSheet {
  sheetId: number;
  title: string;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
  frozenRowCount: number;
  frozenColumnCount: number;
  hideGridlines: boolean;
  /** By `row,column`. */
  cells: Map<string, Cell>;
  merges: Sheets.GridRange[];
  charts: { id: number; chart: Sheets.EmbeddedChart }[];
  protections: { id: number; range: Sheets.ProtectedRange }[];
  conditionalFormats: Sheets.ConditionalFormatRule[];
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
}

export interface Book {
  sheets: BookSheet[];
  names: Map<string, { id: string; range: Sheets.GridRange }>;
  nextId: number;
}

export const newSheet = (sheetId: number, title: string): BookSheet => ({
  sheetId,
  title,
  hidden: false,
  rowCount: 1000,
  columnCount: 26,
  frozenRowCount: 0,
  frozenColumnCount: 0,
  hideGridlines: false,
  cells: new Map(),
  merges: [],
  charts: [],
  protections: [],
  conditionalFormats: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
});

/** A new spreadsheet, as Google makes it: one empty sheet. */
export const newBook = (): Book => ({ sheets: [newSheet(0, "Feuille 1")], names: new Map(), nextId: 1 });

/** A copy to try requests on; cells are never changed in place. */
export const copyOf = ({ sheets, names, nextId }: Book): Book => ({
  sheets: sheets.map((sheet) => ({
    ...sheet,
    cells: new Map(sheet.cells),
    merges: [...sheet.merges],
    charts: [...sheet.charts],
    protections: [...sheet.protections],
    conditionalFormats: [...sheet.conditionalFormats],
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
  })),
  names: new Map(names),
  nextId,
});

/** An error as the Sheets API words it: `Invalid requests[3].updateCells: …`. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = "GoogleJsonResponseException";
  }
}

export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A range with the sheet's edges for what it leaves out; refused where it goes beyond them. */
export function boundsOf(sheet: BookSheet, range: Sheets.GridRange): Bounds {
  const bounds = {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? sheet.rowCount,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? sheet.columnCount,
  };
  if (bounds.bottom > sheet.rowCount || bounds.right > sheet.columnCount)
    throw new ApiError(
      `Range exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  if (bounds.top >= bounds.bottom || bounds.left >= bounds.right) throw new ApiError("Range is empty");
  return bounds;
}

export function* placesOf({ top, bottom, left, right }: Bounds): Generator<readonly [number, number]> {
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) yield [row, column];
}
