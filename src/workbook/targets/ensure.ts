import type { Result } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import type { Language } from "../../sales/text";
import { broadcast, rangeOf } from "../office/ranges";
import { inWorkbook, type SessionOptions } from "../office/session";
import { widthInPoints } from "../office/widths";
import { markText } from "../store/cells";
import { findTargets } from "./find";
import { HELP, TARGET_COLUMNS, TARGETS_SHEET, TARGETS_TABLE } from "./layout";
import { attachWatches } from "./watch";

const HEADING_ROW = 3;
/** Rows kept ready below the table, so that a period typed there stays text. */
const SPARE_ROWS = 500;

/**
 * Makes the sheet "Objectifs" with the proposed targets, once. Where the workbook keeps targets, or has a sheet of
 * that name, nothing is written. True when the sheet was made.
 */
export async function ensureTargets(
  proposed: readonly Target[],
  options: SessionOptions & { readonly language?: Language } = {},
): Promise<Result<boolean>> {
  const { language = "fr" } = options;
  const made = await inWorkbook(async (session) => {
    if (await findTargets(session)) return false;
    const sheet = session.workbook.worksheets.add(TARGETS_SHEET[language]);
    writeTargets(sheet, proposed, language);
    await session.sync();
    return true;
  }, options);
  if (made.ok && made.value) await attachWatches();
  return made;
}

function writeTargets(sheet: Excel.Worksheet, targets: readonly Target[], language: Language): void {
  const columns = TARGET_COLUMNS.length;
  // Excel wants one row under the headings, even if it is empty.
  const rows = Math.max(1, targets.length);
  TARGET_COLUMNS.forEach(({ format, width }, column) => {
    const cells = rangeOf(sheet, { row: HEADING_ROW, column, rows: rows + SPARE_ROWS + 1, columns: 1 });
    cells.numberFormat = broadcast(format);
    cells.format.columnWidth = widthInPoints(width);
  });
  const title = rangeOf(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
  title.values = [[TARGETS_SHEET[language]]];
  title.format.font.bold = true;
  title.format.font.size = 18;
  rangeOf(sheet, { row: 1, column: 0, rows: 1, columns: 1 }).values = [[HELP[language]]];

  const headings = TARGET_COLUMNS.map(({ caption }) => caption[language]);
  const cells = targets.map((target) =>
    TARGET_COLUMNS.map(({ field }) => {
      const value = target[field];
      return typeof value === "string" ? markText(value) : value;
    }),
  );
  rangeOf(sheet, { row: HEADING_ROW, column: 0, rows: cells.length + 1, columns }).values = [
    headings,
    ...cells,
  ];
  const range = rangeOf(sheet, { row: HEADING_ROW, column: 0, rows: rows + 1, columns });
  const table = sheet.tables.add(range, true);
  table.name = TARGETS_TABLE;
  table.style = "TableStyleLight1";
  sheet.freezePanes.freezeRows(HEADING_ROW + 1);
}
