import type { SheetsFile } from "../gsheets";
import { type FailureCode, FailureError, failure } from "../sales/failure";
import { spreadsheetReader } from "./reader";

const FIELDS =
  "sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount)),charts(chartId),protectedRanges(protectedRangeId),conditionalFormats(booleanRule(condition(type)))),namedRanges";

/** The open spreadsheet behind the port of `gsheets/`, where the execution has every right: reads by SpreadsheetApp, writes by the Sheets API, all or nothing. */
export function spreadsheetFile(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): SheetsFile {
  return {
    look: async () => {
      const { sheets = [], namedRanges = [] } = asked(
        () => api().get(spreadsheet.getId(), { fields: FIELDS }) as gapi.client.sheets.Spreadsheet,
      );
      return {
        sheets: sheets.map(
          ({ properties = {}, charts = [], protectedRanges = [], conditionalFormats = [] }) => ({
            sheetId: properties.sheetId ?? 0,
            title: properties.title ?? "",
            rows: properties.gridProperties?.rowCount ?? 0,
            columns: properties.gridProperties?.columnCount ?? 0,
            isHidden: properties.hidden ?? false,
            charts: charts.map(({ chartId = 0 }) => chartId),
            protections: protectedRanges.map(({ protectedRangeId = 0 }) => protectedRangeId),
            conditionalFormats: conditionalFormats.length,
          }),
        ),
        names: namedRanges.map(({ name = "", namedRangeId: id = "", range = {} }) => ({
          id,
          name,
          sheetId: range.sheetId ?? 0,
          row: range.startRowIndex ?? 0,
          column: range.startColumnIndex ?? 0,
        })),
      };
    },
    values: async (titles) => {
      const reader = spreadsheetReader(spreadsheet);
      return asked(() => titles.map((title) => reader.values(title)));
    },
    write: async (requests) => {
      if (requests.length === 0) return;
      // What SpreadsheetApp still holds back goes first, and it must not answer from before.
      SpreadsheetApp.flush();
      asked(() =>
        api().batchUpdate(
          { requests } as unknown as GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest,
          spreadsheet.getId(),
        ),
      );
    },
    show: async (sheetId, row, column) => {
      const sheet = spreadsheet.getSheets().find((one) => one.getSheetId() === sheetId);
      if (sheet) sheet.setCurrentCell(sheet.getRange(row + 1, column + 1));
    },
  };
}

function api(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  const Spreadsheets = typeof Sheets === "undefined" ? undefined : Sheets?.Spreadsheets;
  if (!Spreadsheets) throw new FailureError(failure("sheets-no-right"));
  return Spreadsheets;
}

/** Meanings of Google's errors, by their words; none of their words is told but in `sheets-refused`. */
const MEANINGS: readonly (readonly [RegExp, FailureCode])[] = [
  [/quota|rate limit|too many|limit exceeded/i, "sheets-quota"],
  [/permission|forbidden|unauthorized|authoriz|access/i, "sheets-no-right"],
  [/exceeded maximum execution time|timed? ?out|deadline/i, "sheets-stopped"],
];

/** Runs a call of Google's. Throws FailureError. */
export function asked<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    const message = String((thrown as { readonly message?: unknown } | null)?.message ?? thrown);
    const meaning = MEANINGS.find(([words]) => words.test(message))?.[1];
    throw new FailureError(
      meaning ? failure(meaning) : failure("sheets-refused", { reason: message.slice(0, 200) }),
    );
  }
}
