import type { Rectangle } from "../../sales/rectangle";
/**
 * A range for one request only: untracked, because Excel would keep a tracked one's reference, and releasing it costs
 * another request.
 */
export const rangeOf = (sheet: Excel.Worksheet, area: Rectangle): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).untrack();

/** Office.js takes one value for a whole range, but its types only know matrices. */
export const broadcast = (value: string | number): string[][] => value as unknown as string[][];
