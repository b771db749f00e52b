import type { SheetsRequest } from "./api";
import { freeTitle } from "./book";
import type { BookFound } from "./file";
import type { SheetsMeta, WrittenSheet } from "./meta";
import {
  addSheet,
  clearedSheet,
  layoutMark,
  layoutRequests,
  nameRequests,
  sizeOf,
  valueRequests,
} from "./sheetRequests";
import type { ShownSheet } from "./shownCell";

/** Requests for all dashboards, and how the meta cell then knows them. */
export interface WrittenDashboards {
  readonly requests: readonly SheetsRequest[];
  readonly dashboards: SheetsMeta["dashboards"];
}

/**
 * Writes dashboards: new sheets at the front, those with another layout anew, of all others the values alone. A sheet is
 * known by its id, so a person may rename and move it.
 */
export function dashboardRequests(
  shown: readonly ShownSheet[],
  book: BookFound,
  known: SheetsMeta["dashboards"],
  freeId: () => number,
): WrittenDashboards {
  const requests: SheetsRequest[] = [];
  const dashboards: Record<string, WrittenSheet> = { ...known };
  for (const [index, sheet] of shown.entries()) {
    const { plan, cells } = sheet;
    const record = known[plan.name];
    const found = book.sheets.find(({ sheetId }) => sheetId === record?.sheetId);
    const sheetId = found?.sheetId ?? freeId();
    const size = sizeOf(cells);
    const layout = layoutMark(plan);
    if (!found) requests.push(addSheet(sheetId, freeTitle(book, plan.name), index));
    else if (record?.layout !== layout) requests.push(...clearedSheet(found));
    if (!found || record?.layout !== layout)
      requests.push(...layoutRequests(sheetId, plan, size), ...nameRequests(sheetId, plan, book));
    else if (found.rows < size.rows || found.columns < size.columns)
      requests.push(grown(sheetId, Math.max(found.rows, size.rows), Math.max(found.columns, size.columns)));
    requests.push(...valueRequests(sheetId, cells, found && record));
    dashboards[plan.name] = { sheetId, layout, ...size };
  }
  return { requests, dashboards };
}

const grown = (sheetId: number, rowCount: number, columnCount: number): SheetsRequest => ({
  updateSheetProperties: {
    properties: { sheetId, gridProperties: { rowCount, columnCount } },
    fields: "gridProperties(rowCount,columnCount)",
  },
});
