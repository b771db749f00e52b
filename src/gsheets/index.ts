/** Google Sheets as data: what is written into a spreadsheet and read back, without a service of Google's. */
export type { SheetsRequest } from "./api";
export { openBook } from "./book";
export type { BookFound, SheetsFile, SheetsValue, SheetsValues } from "./file";
export { newSpreadsheet } from "./newSpreadsheet";
export { sheetsWorkbook } from "./workbook";
export { sheetsWriter } from "./writer";
