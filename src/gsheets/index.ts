/** Google Sheets as data: what is written into a spreadsheet and read back, without a service of Google's. */
export type { SheetsRequest } from "./api";
export { CHECK_SHEET, checkRequests } from "./checks";
export { dashboardsShown } from "./dashboardsShown";
export type { SheetsFile, SheetsValue, SheetsValues } from "./file";
export { sheetsName } from "./formulas";
export { META_SHEET, REFRESH_MARK, type SheetsMeta, writeMeta } from "./meta";
export { newSpreadsheet } from "./newSpreadsheet";
export { contentsOf, keptTitles, metaOf, type SheetsReader } from "./reader";
export { renderSheets } from "./render";
export { layoutMark } from "./sheetRequests";
export type { ShownSheet } from "./shownCell";
export { sheetsWorkbook } from "./workbook";
export { sheetsWriter } from "./writer";
