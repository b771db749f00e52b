import { columnValue } from "../../sales/columns";
import { TABLES } from "../../sales/schema";
import type { Column, Table } from "../../sales/tables";

/** The rows of `after` that are not the same in `before` at the same place, in ascending order. */
export function changedRows(before: Table, after: Table): number[] {
  const differs = TABLES[after.name].columns.map(({ name }) =>
    differIn(before.columns[name]!, after.columns[name]!),
  );
  const rows: number[] = [];
  for (let row = 0; row < after.length; row++)
    if (row >= before.length || differs.some((differ) => differ(row))) rows.push(row);
  return rows;
}

const differIn =
  (before: Column, after: Column) =>
  (row: number): boolean =>
    columnValue(before, row) !== columnValue(after, row);

/** Neighbouring rows as runs; rows that lie closer than `gap` are joined by those between them. */
export function runsOf(
  rows: readonly number[],
  gap: number,
): { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row - last.to <= gap) last.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs;
}
