/** The Sheets API's stand-in as this house's port, without Apps Script in between. */
import type { SheetsFile, SheetsValue, SheetsValues } from "../../src/gsheets";
import type { SheetsApi } from "./sheetsApi";
import { shownValues } from "./values";

export function directFile(api: SheetsApi): SheetsFile {
  return {
    look: async () => {
      const { sheets = [], namedRanges = [] } = api.get();
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
    values: async (titles) => titles.map((title) => valuesOf(api, title)),
    write: async (requests) => api.batchUpdate({ requests: JSON.parse(JSON.stringify(requests)) }),
    show: async () => undefined,
  };
}

function valuesOf(api: SheetsApi, title: string): SheetsValues | undefined {
  const sheet = api.book.sheets.find((one) => one.title.toUpperCase() === title.toUpperCase());
  return sheet && (shownValues(sheet) as readonly (readonly SheetsValue[])[]);
}
