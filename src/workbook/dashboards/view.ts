import type { SheetPlan } from "../../dashboard";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { attempt, oweView, settleViews, type ViewStep } from "../office/views";
import { dashboardsWrite, type Meta } from "../store/meta";
import { META_SHEET } from "../store/names";
import { writeMeta } from "../store/snapshot";

/** Settings of a sheet as a whole: nothing of it is content, and Excel may refuse it for the moment. */
export const viewOf = (plan: SheetPlan): readonly ViewStep[] => [
  (sheet) => writePanes(sheet, plan),
  (sheet) => writePaper(sheet, plan),
];

export type DashboardRecords = Meta["dashboards"];

/**
 * Gives the dashboards that owe it their view, and notes which of them have it. None of it is content: whatever Excel
 * refuses stays owed, and the build has succeeded.
 */
export async function giveViews(
  session: Session,
  plans: readonly SheetPlan[],
  records: DashboardRecords,
): Promise<void> {
  const owing = plans.flatMap((plan) => {
    const record = records[plan.name];
    return record?.owesView ? [{ sheetId: record.sheetId, plan }] : [];
  });
  for (const { sheetId, plan } of owing) oweView(sheetId, viewOf(plan));
  const note = (left: readonly string[]) => {
    if (owing.length === 0) return;
    const noted = Object.entries(records).map(([name, { owesView, ...record }]) => {
      const isOwed = owesView && (left.includes(record.sheetId) || !plans.some((plan) => plan.name === name));
      return [name, isOwed ? { ...record, owesView } : record] as const;
    });
    writeMeta(session.workbook.worksheets.getItem(META_SHEET), dashboardsWrite(Object.fromEntries(noted)));
  };
  const left = await settleViews(session, () => note([]));
  const isLeft = ({ sheetId }: { readonly sheetId: string }) => left.includes(sheetId);
  if (owing.some(isLeft) && !owing.every(isLeft)) await attempt(session, () => note(left));
}

function writePanes(sheet: Excel.Worksheet, { freeze, showGridlines }: SheetPlan): void {
  sheet.showGridlines = showGridlines;
  sheet.freezePanes.unfreeze();
  if (freeze && freeze.rows > 0 && freeze.columns > 0)
    sheet.freezePanes.freezeAt(
      rangeOf(sheet, { row: 0, column: 0, rows: freeze.rows, columns: freeze.columns }),
    );
  else if (freeze && freeze.rows > 0) sheet.freezePanes.freezeRows(freeze.rows);
  else if (freeze && freeze.columns > 0) sheet.freezePanes.freezeColumns(freeze.columns);
}

function writePaper(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintArea(rangeOf(sheet, print.area));
  pageLayout.zoom = {
    horizontalFitToPages: print.fitToWidth,
    ...(print.fitToHeight > 0 && { verticalFitToPages: print.fitToHeight }),
  };
  if (!print.breaks) return;
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of print.breaks)
    sheet.horizontalPageBreaks.add(rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 }));
}
