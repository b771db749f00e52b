/** Names of the Sheets API's shapes, from Google's generated types. */
import Sheets = gapi.client.sheets;

export type SheetsRequest = Sheets.Request;
export type CellData = Sheets.CellData;
export type CellFormat = Sheets.CellFormat;
export type GridRange = Sheets.GridRange;
export type EmbeddedChart = Sheets.EmbeddedChart;
export type ApiColor = Sheets.Color;
