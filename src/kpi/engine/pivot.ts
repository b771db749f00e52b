import type { AxisId, KpiDefinition } from "../definition";
import type { Pivot } from "../source";
import type { Listing } from "./listing";
import { intersect, type Slice } from "./slice";
import type { Values } from "./values";

/** Rows by columns; every cell and every total is a look-up over rows of data, never a sum of cells. */
export function pivotOf(
  values: Values,
  listing: Listing,
  kpi: KpiDefinition,
  rows: AxisId,
  columns: AxisId,
  slice: Slice,
): Pivot {
  const rowMembers = listing.list(kpi, rows, slice);
  const columnMembers = listing.list(kpi, columns, slice);
  return {
    rowMembers: rowMembers.map(({ member }) => member),
    columnMembers: columnMembers.map(({ member }) => member),
    cells: rowMembers.map((row) =>
      columnMembers.map((column) => values.cell(kpi, intersect(row.slice, column.slice))),
    ),
    rowTotals: rowMembers.map(({ value }) => value),
    columnTotals: columnMembers.map(({ value }) => value),
    grandTotal: values.cell(kpi, slice),
  };
}
