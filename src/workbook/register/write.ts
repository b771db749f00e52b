import {
  limitFormat,
  REGISTER_COLUMNS,
  REGISTER_TABLE,
  registerCells,
} from "../../dashboard/sheets/register";
import type { RegisterEntry } from "../../kpi/register/entry";
import type { Language } from "../../sales/text";
import { TEXT_FORMAT, textForCell } from "../../sales/typedText";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import type { FoundRegister } from "./find";
import type { ParsedRegister } from "./parse";

/** Asks for entries to be written into their rows, those without a row below the last one. Other cells stay. */
export function writeEntries(
  session: Session,
  { sheetId, isTable }: FoundRegister,
  { places, rowOf, nextRow }: ParsedRegister,
  entries: readonly RegisterEntry[],
  language: Language,
): void {
  if (!places) return;
  const sheet = session.workbook.worksheets.getItem(sheetId);
  let free = nextRow;
  for (const entry of entries) {
    const known = rowOf.get(entry.kpi);
    if (known === undefined && isTable) session.workbook.tables.getItem(REGISTER_TABLE).rows.add();
    const row = known ?? free++;
    const cells = registerCells(entry, language);
    const isValue =
      entry.thresholds.alertValue !== undefined || entry.thresholds.anticipationValue !== undefined;
    for (const { field } of REGISTER_COLUMNS) {
      const column = places[field];
      if (column === undefined) continue;
      const range = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
      const isLimit = field === "anticipation" || field === "alert";
      const value = cells[field];
      const numberFormat = isLimit ? limitFormat(isValue) : TEXT_FORMAT;
      range.numberFormat = [[numberFormat]];
      range.values = [[typeof value === "string" ? textForCell(value, numberFormat) : value]];
    }
  }
}
