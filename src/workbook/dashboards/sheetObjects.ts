import type { SheetPlan } from "../../dashboard";
import { rangeOf } from "../office/ranges";
import { widthInPoints } from "../office/widths";

/** Asks for column widths, row heights and merged cells. */
export function writeMeasures(sheet: Excel.Worksheet, { columnWidths, rowHeights, merges }: SheetPlan): void {
  for (const { from, count, size } of runsOf(columnWidths))
    rangeOf(sheet, { row: 0, column: from, rows: 1, columns: count }).format.columnWidth =
      widthInPoints(size);
  for (const { from, count, size } of runsOf(rowHeights))
    rangeOf(sheet, { row: from, column: 0, rows: count, columns: 1 }).format.rowHeight = size;
  for (const area of merges) rangeOf(sheet, area).merge(false);
}

/** Neighbours of equal size together. */
function runsOf(sizes: Readonly<Record<number, number>>) {
  const runs: { from: number; count: number; size: number }[] = [];
  const entries = Object.entries(sizes).map(([place, size]) => [Number(place), size] as const);
  for (const [place, size] of entries.sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last && last.size === size && last.from + last.count === place) last.count++;
    else runs.push({ from: place, count: 1, size });
  }
  return runs;
}

/** Asks for cells to become Excel tables, their headings included. */
export function writeTables(sheet: Excel.Worksheet, { tables = [] }: SheetPlan): void {
  for (const { name, range } of tables) {
    const table = sheet.tables.add(rangeOf(sheet, range), true);
    table.name = name;
    table.style = "TableStyleLight1";
  }
}
