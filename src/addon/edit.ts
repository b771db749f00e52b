import { withChoices } from "../dashboard";
import {
  contentsOf,
  keptTitles,
  layoutMark,
  metaOf,
  renderSheets,
  type SheetsMeta,
  type SheetsReader,
} from "../gsheets";
import { sheetsText } from "../i18n";
import { engineOf, planDashboards, registerOf } from "../live";
import type { Result } from "../sales/failure";
import { FailureError } from "../sales/failure";
import { rectangles } from "./paint";
import { spreadsheetReader } from "./reader";
import { stamp } from "./stamp";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
/** As much of Google's edit event as is read. */
export interface Edited {
  readonly range: GoogleAppsScript.Spreadsheet.Range;
}

const LOCK_MILLISECONDS = 10_000;

/**
 * After a person's edit: redraws the dashboards when the cell is one of their inputs, and puts targets, rules and settings
 * in force as they are typed. A simple trigger: it has 30 seconds and no right but on this document, so it writes through
 * SpreadsheetApp. Where the layout itself would change, it says so and leaves all as it is.
 */
export async function afterEdit({ range }: Edited): Promise<void> {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const reader = spreadsheetReader(spreadsheet);
  const meta = metaOf(reader);
  if (!meta) return;
  const isKept = keptTitles(reader).includes(range.getSheet().getName());
  if (!isKept && !isInput(spreadsheet, range, meta)) return;
  const lock = LockService.getDocumentLock();
  if (lock && !lock.tryLock(LOCK_MILLISECONDS)) return;
  try {
    await redraw(spreadsheet, reader, meta);
    if (isKept) stamp(spreadsheet, { ...meta, generation: Utilities.getUuid() });
  } finally {
    lock?.releaseLock();
  }
}

const INPUT = /^Vigie_/;

/** True for a named input cell of a dashboard. */
function isInput(spreadsheet: Spreadsheet, range: Edited["range"], { dashboards }: SheetsMeta): boolean {
  const sheet = range.getSheet();
  if (!Object.values(dashboards).some(({ sheetId }) => sheetId === sheet.getSheetId())) return false;
  return spreadsheet.getNamedRanges().some((named) => {
    const cell = named.getRange();
    return (
      INPUT.test(named.getName()) &&
      cell.getSheet().getSheetId() === sheet.getSheetId() &&
      cell.getRow() >= range.getRow() &&
      cell.getRow() <= range.getLastRow() &&
      cell.getColumn() >= range.getColumn() &&
      cell.getColumn() <= range.getLastColumn()
    );
  });
}

/** Writes the dashboards' values as the inputs now ask. Throws FailureError. */
async function redraw(spreadsheet: Spreadsheet, reader: SheetsReader, meta: SheetsMeta): Promise<void> {
  const { language, dashboards } = meta;
  const contents = unwrap(contentsOf(reader, language));
  const source = engineOf(contents, language);
  const register = registerOf(contents, language);
  const plans = unwrap(await planDashboards({ source, register, history: contents.history }, language));
  if (plans.some((plan) => dashboards[plan.name] && dashboards[plan.name]?.layout !== layoutMark(plan))) {
    spreadsheet.toast(sheetsText("layoutChanged", language), "Vigie");
    return;
  }
  const chosen = Object.fromEntries(
    spreadsheet.getNamedRanges().flatMap((named) => {
      const cell = named.getRange();
      const value = reader.values(cell.getSheet().getName())?.[cell.getRow() - 1]?.[cell.getColumn() - 1];
      return value === undefined || value === "" || typeof value === "boolean"
        ? []
        : [[named.getName(), value]];
    }),
  );
  const shown = await renderSheets(
    plans.map((plan) => withChoices(plan, chosen)),
    source,
    language,
  );
  for (const { plan, cells } of shown) {
    const record = dashboards[plan.name];
    const sheet = spreadsheet.getSheets().find((one) => one.getSheetId() === record?.sheetId);
    if (!sheet || !record) continue;
    const { values, fills, inks, weights, formats } = rectangles(cells, record);
    const rows = values.length;
    const columns = values[0]?.length ?? 0;
    if (rows > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
    const area = sheet.getRange(1, 1, rows, columns);
    area.setNumberFormats(formats);
    area.setValues(values);
    area.setBackgrounds(fills);
    area.setFontColors(inks);
    area.setFontWeights(weights);
  }
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure);
  return result.value;
}
