import { META_SHEET, REFRESH_MARK, type SheetsMeta, writeMeta } from "../gsheets";
import { markedText } from "../sales/typedText";

/** Writes the meta cell and the cell beside it, which has own KPI cells computed again. */
export function stamp(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, meta: SheetsMeta): void {
  spreadsheet
    .getSheetByName(META_SHEET)
    ?.getRange(1, 1, 1, 2)
    .setValues([[markedText(writeMeta(meta)), REFRESH_MARK + meta.generation]]);
}
