/** Google's SpreadsheetApp over the stand-in's book: as much of it as the project uses, and as unkind. */
import type { BookSheet, Cell } from "./book";
import { newSheet } from "./book";
import type { SheetsApi } from "./sheetsApi";
import { typedValue } from "./typed";
import { shownValues } from "./values";

import Sheets = gapi.client.sheets;

const DATE_FORMAT = /[dmy]/i;
const EPOCH = 25_569;
const LONGEST_CELL = 50_000;

export interface SpreadsheetAppOptions {
  readonly api: SheetsApi;
  readonly locale: string;
  readonly timeZone: string;
  /** False in a custom function. */
  readonly mayWrite: boolean;
  /** Makes a date of the script's own realm. */
  readonly newDate: (milliseconds: number) => Date;
  readonly cellsRead: (count: number) => void;
  readonly told: (text: string) => void;
  readonly computed?: (sheet: BookSheet, row: number, column: number) => unknown;
  /** The selected cell, rows and columns from 0. */
  readonly selected?: { readonly sheetId: number; readonly row: number; readonly column: number };
}

export function spreadsheetApp(options: SpreadsheetAppOptions) {
  const { api, mayWrite, told } = options;
  const writable = () => {
    if (!mayWrite) throw new Error("You do not have permission to call setValues");
  };
  const book = () => api.book;
  const sheetWith = (id: number) => book().sheets.find(({ sheetId }) => sheetId === id);

  const valueAt = (sheet: BookSheet, cell: Cell | undefined, row: number, column: number): unknown => {
    const { value, format } = cell ?? {};
    const pattern = (format?.numberFormat?.pattern ?? "").replace(/"[^"]*"/g, "");
    if (value?.formulaValue !== undefined) return options.computed?.(sheet, row, column) ?? "#NAME?";
    if (
      value?.numberValue !== undefined &&
      format?.numberFormat?.type === "DATE" &&
      DATE_FORMAT.test(pattern)
    )
      return options.newDate(localMoment(value.numberValue, options.timeZone));
    return value?.numberValue ?? value?.boolValue ?? value?.stringValue ?? "";
  };

  const range = (sheetId: number, row: number, column: number, rows: number, columns: number) => {
    const sheet = () => {
      const found = sheetWith(sheetId);
      if (!found) throw new Error("The sheet was deleted");
      return found;
    };
    if (row + rows - 1 > sheet().rowCount || column + columns - 1 > sheet().columnCount)
      throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
    const change = (read: (cell: Cell, down: number, right: number) => Cell) => {
      writable();
      const { cells } = sheet();
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) {
          const key = `${row - 1 + down},${column - 1 + right}`;
          cells.set(key, read(cells.get(key) ?? {}, down, right));
        }
      api.changed();
    };
    const matrix = <T>(values: readonly (readonly T[])[]) => {
      if (values.length !== rows || values.some((line) => line.length !== columns))
        throw new Error("The number of rows or columns in the data does not match the range.");
      return values;
    };
    const formatted = (format: (old: Sheets.CellFormat, down: number, right: number) => Sheets.CellFormat) =>
      change((cell, down, right) => ({ ...cell, format: format(cell.format ?? {}, down, right) }));
    const own = {
      getValues: () => {
        options.cellsRead(rows * columns);
        return Array.from({ length: rows }, (_row, down) =>
          Array.from({ length: columns }, (_column, right) => {
            const [at, place] = [row - 1 + down, column - 1 + right];
            return valueAt(sheet(), sheet().cells.get(`${at},${place}`), at, place);
          }),
        );
      },
      getValue: () => own.getValues()[0]?.[0],
      getDisplayValue: () => String(own.getValue()),
      getFormula: () => sheet().cells.get(`${row - 1},${column - 1}`)?.value?.formulaValue ?? "",
      setFormula: (formula: string) => {
        change((cell) => ({ ...cell, value: { formulaValue: formula } }));
        return own;
      },
      setValue: (value: unknown) =>
        own.setValues(Array.from({ length: rows }, () => Array(columns).fill(value))),
      setValues: (values: readonly (readonly unknown[])[]) => {
        matrix(values);
        if (values.flat().some((value) => typeof value === "string" && value.length > LONGEST_CELL))
          throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
        change(({ value: _, ...cell }, down, right) => {
          const value = typedValue(values[down]?.[right]);
          return { ...cell, ...(value && { value }) };
        });
        return own;
      },
      setNumberFormats: (formats: readonly (readonly string[])[]) => {
        matrix(formats);
        formatted((old, down, right) => {
          const pattern = formats[down]?.[right] ?? "";
          const bare = pattern.replace(/"[^"]*"/g, "");
          const type =
            bare === "@" ? "TEXT" : bare !== "General" && DATE_FORMAT.test(bare) ? "DATE" : "NUMBER";
          return { ...old, numberFormat: { type, pattern } };
        });
      },
      setBackgrounds: (colors: readonly (readonly string[])[]) => {
        matrix(colors);
        formatted((old, down, right) => ({
          ...old,
          backgroundColorStyle: { rgbColor: rgb(colors[down]?.[right]) },
        }));
      },
      setFontColors: (colors: readonly (readonly string[])[]) => {
        matrix(colors);
        formatted((old, down, right) => ({
          ...old,
          textFormat: { ...old.textFormat, foregroundColorStyle: { rgbColor: rgb(colors[down]?.[right]) } },
        }));
      },
      setFontWeights: (weights: readonly (readonly string[])[]) => {
        matrix(weights);
        formatted((old, down, right) => ({
          ...old,
          textFormat: { ...old.textFormat, bold: weights[down]?.[right] === "bold" },
        }));
      },
      setNote: (note: string) => {
        writable();
        told(note);
      },
      getSheet: () => sheetFace(sheetId),
      getRow: () => row,
      getLastRow: () => row + rows - 1,
      getColumn: () => column,
      getLastColumn: () => column + columns - 1,
      getA1Notation: () => `${String.fromCharCode(64 + column)}${row}`,
    };
    return own;
  };

  const sheetFace = (sheetId: number) => ({
    getSheetId: () => sheetId,
    getName: () => sheetWith(sheetId)?.title ?? "",
    getMaxRows: () => sheetWith(sheetId)?.rowCount ?? 0,
    insertRowsAfter: (_row: number, count: number) => {
      writable();
      const sheet = sheetWith(sheetId);
      if (sheet) sheet.rowCount += count;
    },
    getDataRange: () => {
      const sheet = sheetWith(sheetId);
      const values = sheet ? shownValues(sheet) : [];
      return range(sheetId, 1, 1, Math.max(1, values.length), Math.max(1, values[0]?.length ?? 1));
    },
    getRange: (first: number | string, column = 1, rows = 1, columns = 1) =>
      first === "A1" ? range(sheetId, 1, 1, 1, 1) : range(sheetId, Number(first), column, rows, columns),
    setCurrentCell: () => told(`shown ${sheetId}`),
  });

  const nameFace = (name: string, at: Sheets.GridRange) => ({
    getName: () => name,
    getRange: () =>
      range(
        at.sheetId ?? 0,
        (at.startRowIndex ?? 0) + 1,
        (at.startColumnIndex ?? 0) + 1,
        (at.endRowIndex ?? 1) - (at.startRowIndex ?? 0),
        (at.endColumnIndex ?? 1) - (at.startColumnIndex ?? 0),
      ),
  });

  const spreadsheet = {
    getId: () => "spreadsheet",
    getSpreadsheetLocale: () => options.locale,
    getSpreadsheetTimeZone: () => options.timeZone,
    getSheetByName: (title: string) => {
      // Google's own search looks at the case.
      const found = book().sheets.find((sheet) => sheet.title === title);
      return found ? sheetFace(found.sheetId) : null;
    },
    getSheets: () => book().sheets.map(({ sheetId }) => sheetFace(sheetId)),
    getNamedRanges: () => [...book().names].map(([name, { range: at }]) => nameFace(name, at)),
    getRangeByName: (name: string) => {
      const found = book().names.get(name);
      return found ? nameFace(name, found.range).getRange() : null;
    },
    insertSheet: (title: string) => {
      writable();
      const sheet = newSheet(900_000 + book().nextId++, title);
      book().sheets.push(sheet);
      return sheetFace(sheet.sheetId);
    },
    deleteSheet: (face: { getSheetId: () => number }) => {
      writable();
      book().sheets = book().sheets.filter(({ sheetId }) => sheetId !== face.getSheetId());
    },
    toast: told,
    getCurrentCell: () =>
      options.selected &&
      range(options.selected.sheetId, options.selected.row + 1, options.selected.column + 1, 1, 1),
  };
  return { app: { getActiveSpreadsheet: () => spreadsheet, flush: () => undefined }, range, spreadsheet };
}

const rgb = (hex = "#000000"): Sheets.Color => {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
};

/** The moment at which clocks of a zone show a serial. */
function localMoment(serial: number, timeZone: string): number {
  const wall = Math.round((serial - EPOCH) * 86_400_000);
  const shown = new Date(new Date(wall).toLocaleString("en-US", { timeZone })).getTime();
  const utc = new Date(new Date(wall).toLocaleString("en-US", { timeZone: "UTC" })).getTime();
  return wall - (shown - utc);
}
