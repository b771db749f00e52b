import type { SheetPlan } from "../dashboard/plan";
import { actionsSheet } from "../dashboard/sheets/actions";
import { registerSheet } from "../dashboard/sheets/register";
import { targetsSheet } from "../dashboard/sheets/targets";
import { registerOf, type WorkbookContents } from "../live";
import type { Language } from "../sales/text";
import { cellsOf } from "../workbook/actions/write";
import { rowsOf } from "../workbook/alerts/records";
import { ALERTS_SHEET } from "../workbook/alerts/sheet";
import { EMPTY_SHEET, type SheetModel } from "../xlsx";

/** The sheets of the kept tables: targets and register; the action plan where there is one. */
export const keptSheets = (contents: WorkbookContents, language: Language): readonly SheetPlan[] => [
  targetsSheet(contents.targets, language),
  registerSheet(registerOf(contents, language), language),
  ...(contents.actions?.length
    ? [
        actionsSheet(
          contents.actions.map((action) => cellsOf(action, language)),
          language,
        ),
      ]
    : []),
];

/** The very hidden sheet of the alerts' history; none without a history. */
export function alertsSheet({ history }: WorkbookContents): readonly SheetModel[] {
  if (!history) return [];
  const values = rowsOf({ history, attention: [], recipients: {}, actions: [] });
  return [
    { ...EMPTY_SHEET, name: ALERTS_SHEET, visibility: "veryHidden", blocks: [{ row: 0, column: 0, values }] },
  ];
}
