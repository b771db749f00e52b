import type { Rectangle } from "../../sales/rectangle";
/**
 * A range that serves within one request only: untracked, so that no reference has to be kept in Excel and
 * released afterwards, which would cost a request of its own.
 */
export const rangeOf = (sheet: Excel.Worksheet, area: Rectangle): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).untrack();

/** Office.js takes one value for a whole range, but its types only know matrices. */
export const broadcast = (value: string | number): string[][] => value as unknown as string[][];
