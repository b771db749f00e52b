import type { SheetsReader, SheetsValues } from "../gsheets";
import { plainValue } from "./serial";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The open spreadsheet, read at once through SpreadsheetApp: what every kind of execution may do. Each sheet is read once. */
export function spreadsheetReader(spreadsheet: Spreadsheet): SheetsReader {
  const known = new Map<string, SheetsValues | undefined>();
  const zone = () => spreadsheet.getSpreadsheetTimeZone();
  const read = (title: string): SheetsValues | undefined => {
    const sheet = spreadsheet.getSheetByName(title);
    if (!sheet) return undefined;
    return sheet
      .getDataRange()
      .getValues()
      .map((line) => line.map((value) => plainValue(value, zone)));
  };
  return {
    titleOfName: (name) => spreadsheet.getRangeByName(name)?.getSheet().getName(),
    values: (title) => {
      if (!known.has(title)) known.set(title, read(title));
      return known.get(title);
    },
  };
}
