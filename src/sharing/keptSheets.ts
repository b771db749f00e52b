import type { SheetPlan } from "../dashboard";
import { ACTIONS, type KeptTable, keptSheet, REGISTER, SETTINGS, settingRows, TARGETS } from "../kept";
import { registerOf, rowsOf, type WorkbookContents } from "../live";
import type { Language } from "../sales/text";

import { ALERTS_SHEET } from "../workbook/alerts/sheet";
import { EMPTY_SHEET, type SheetModel } from "../xlsx";

/** The sheets of the kept tables: targets and rules; the action plan where there is one. */
export function keptSheets(contents: WorkbookContents, language: Language): readonly SheetPlan[] {
  const sheet = <V extends object, Row>(table: KeptTable<V, Row>, rows: readonly Row[]): SheetPlan =>
    keptSheet(
      table,
      rows.map((row) => table.write(row, language)),
      language,
    );
  const { targets, actions = [], company = {} } = contents;
  return [
    sheet(TARGETS, targets),
    sheet(REGISTER, registerOf(contents, language)),
    ...(Object.keys(company).length > 0 ? [sheet(SETTINGS, settingRows(company))] : []),
    ...(actions.length > 0 ? [sheet(ACTIONS, actions)] : []),
  ];
}

/** The very hidden sheet of the alerts' history; none without a history. */
export function alertsSheet({ history }: WorkbookContents): readonly SheetModel[] {
  if (!history) return [];
  const values = rowsOf({ history, attention: [], recipients: {}, actions: [] });
  return [
    { ...EMPTY_SHEET, name: ALERTS_SHEET, visibility: "veryHidden", blocks: [{ row: 0, column: 0, values }] },
  ];
}
