import { freeSheetName } from "../../dashboard";
import { FailureError, failure } from "../../sales/failure";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import type { Snapshot } from "../store/snapshot";
import { Baselines } from "./baselines";
import { type CellEdit, editsIn } from "./edits";
import { type FoundDashboard, rowsInsertedAbove } from "./find";
import { UNFINISHED } from "./fingerprint";
import type { ReadySheet } from "./write";

/** A sheet that is ready to be written, with its edits by hand. */
export interface CheckedSheet extends ReadySheet {
  readonly edits: readonly CellEdit[];
}

/** Reads the present cells of stale dashboards with one request; makes missing sheets with one more. */
export async function prepareSheets(
  session: Session,
  snapshot: Snapshot,
  stale: readonly FoundDashboard[],
): Promise<{ readonly ready: readonly CheckedSheet[]; readonly baselines: Baselines }> {
  const { worksheets } = session.workbook;
  const baselines = Baselines.ask(session, snapshot);
  const asked = stale
    .filter(({ sheetId }) => sheetId)
    .map((found) => {
      const sheet = worksheets.getItem(found.sheetId!);
      sheet.protection.load("protected");
      sheet.charts.load("items/name");
      return { found, sheet, cells: askCells(sheet, found) };
    });
  const missing = stale.filter(({ sheetId }) => !sheetId);
  // Nothing is created before all sheets that exist are known to take writes.
  if (asked.length > 0 || (stale.length > 0 && baselines.exists)) await session.sync();
  for (const { found, sheet } of asked)
    if (sheet.protection.protected)
      throw new FailureError(failure("workbook-protected", { sheet: found.currentName ?? found.plan.name }));

  const taken = snapshot.sheets.map(({ name }) => name);
  const isFirst = missing.length === stale.length;
  const made = missing.map((found, index) => {
    const sheetName = freeSheetName(found.plan.name, taken);
    taken.push(sheetName);
    const sheet = worksheets.add(sheetName);
    // The answer comes first: sheets that were there before, empty or kept, follow.
    if (isFirst) sheet.position = index;
    sheet.load("id");
    return { found, sheet, sheetName };
  });
  if (made.length > 0) await session.sync();
  const ready = [
    ...asked.map(({ found, sheet, cells }) => ({
      found,
      sheetId: found.sheetId!,
      sheetName: found.currentName!,
      charts: sheet.charts.items.map(({ name }) => name),
      edits: editsOf(found, cells.formulas, baselines),
    })),
    ...made.map(({ found, sheet, sheetName }) => ({
      found,
      sheetId: sheet.id,
      sheetName,
      charts: [],
      edits: [],
    })),
  ];
  return { ready, baselines };
}

/** The dashboard's own cells, and the rows that the user inserted above them. */
function askCells(sheet: Excel.Worksheet, found: FoundDashboard): Excel.Range {
  const { rows = 1, columns = 1 } = found.record ?? {};
  const area = { row: 0, column: 0, rows: rows + rowsInsertedAbove(found), columns };
  return rangeOf(sheet, area).load("formulas");
}

/** The edits of a sheet; none without a baseline: an older Vigie, a file, an interrupted build. */
function editsOf(
  found: FoundDashboard,
  cells: readonly (readonly unknown[])[],
  baselines: Baselines,
): CellEdit[] {
  const written = baselines.of(found.plan.name);
  const isKnown = written && found.record && found.record.fingerprint !== UNFINISHED;
  return isKnown ? editsIn(cells, written, rowsInsertedAbove(found)) : [];
}
