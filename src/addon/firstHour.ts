import { CHECK_SHEET, checkRequests } from "../gsheets";
import { spreadsheetFile } from "./spreadsheetFile";

/** One question that only a real Google account answers. */
interface Check {
  readonly id: string;
  readonly run: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown;
}

const PIECE = "x".repeat(50_000);
const PIECES = 20;
const CELLS = { rows: 240, columns: 10 };

const CHECKS: readonly Check[] = [
  { id: "collator", run: () => ["é", "e", "z"].sort(new Intl.Collator("fr").compare).join("") === "eéz" },
  { id: "array-at", run: () => [1, 2, 3].at(-1) === 3 },
  { id: "locale", run: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale() },
  { id: "zone", run: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone() },
  {
    id: "marked-text",
    run: (sheet) => {
      const cell = sheet.getRange(1, 1);
      cell.setValue("'=1+1");
      return `${cell.getValue()} ${cell.getFormula() === "" ? "text" : "FORMULA"}`;
    },
  },
  {
    id: "month-stays-text",
    run: (sheet) => {
      const cell = sheet.getRange(2, 1);
      cell.setValue("'2026-03");
      return typeof cell.getValue();
    },
  },
  {
    id: "read-1-MB",
    run: (sheet) => {
      sheet.getRange(10, 1, PIECES, 1).setValues(Array.from({ length: PIECES }, () => [PIECE]));
      SpreadsheetApp.flush();
      return sheet
        .getRange(10, 1, PIECES, 1)
        .getValues()
        .every(([piece]) => piece === PIECE);
    },
  },
  {
    id: "write-2400-cells",
    run: (sheet) => {
      const line = Array.from({ length: CELLS.columns }, (_, index) => index);
      sheet
        .getRange(40, 1, CELLS.rows, CELLS.columns)
        .setValues(Array.from({ length: CELLS.rows }, () => line));
      SpreadsheetApp.flush();
      return true;
    },
  },
  { id: "semicolon-formula", run: (sheet) => sheet.getRange(3, 1).setFormula("=IF(1=1;2;3)").getValue() },
  { id: "comma-formula", run: (sheet) => sheet.getRange(4, 1).setFormula("=IF(1=1,2,3)").getValue() },
  { id: "kpi-cell", run: (sheet) => sheet.getRange(5, 1).setFormula('=KPI_CA(;"A")').getDisplayValue() },
  { id: "cache", run: () => CacheService.getDocumentCache() !== null },
  { id: "drive", run: () => typeof Drive?.Files?.create },
];

/**
 * Asks a real account what no stand-in can answer, on a sheet of its own that it takes away again, and answers one text
 * to be sent back: what each check gave, and how long it took. No figure, no name and no address of the document is in it.
 */
async function firstHour(): Promise<string> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.insertSheet(CHECK_SHEET);
  const lines: string[] = ["Vigie, first hour"];
  try {
    for (const { id, run } of CHECKS) lines.push(measured(id, () => run(sheet)));
    const began = Date.now();
    const written = await spreadsheetFile(spreadsheet)
      .write(checkRequests(sheet.getSheetId()))
      .then(
        () => "ok",
        (thrown: unknown) => `FAILED ${messageOf(thrown)}`,
      );
    // Reached at all, it tells that promises are awaited here.
    lines.push(`batch-update: ${written} (${Date.now() - began} ms)`, "promises: awaited");
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
  return lines.join("\n");
}

function measured(id: string, run: () => unknown): string {
  const began = Date.now();
  try {
    return `${id}: ${String(run())} (${Date.now() - began} ms)`;
  } catch (thrown) {
    return `${id}: FAILED ${messageOf(thrown)} (${Date.now() - began} ms)`;
  }
}

const messageOf = (thrown: unknown): string =>
  JSON.stringify((thrown as { failure?: unknown }).failure ?? String(thrown)).slice(0, 300);

/** The menu's entry: runs the checks and shows the text. */
export async function showFirstHour(): Promise<void> {
  const ui = SpreadsheetApp.getUi();
  ui.alert("Vigie", await firstHour(), ui.ButtonSet.OK);
}
