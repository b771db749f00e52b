import type { Grouping } from "./grouping";
import type { OccurrenceBuffer } from "./occurrences";
import type { Sorted } from "./sorting";

/** Rows of a distinct count in the order in which a loop reads them. */
export interface ScanOrder {
  /** By place: the row. Undefined for the table's own order. */
  readonly rows: Int32Array | undefined;
  /** By place: code of the counted value, and rank of the row's day. A row with a negative rank is not counted. */
  readonly values: Int32Array;
  readonly dayRanks: Int32Array;
}

/** Most groups whose codes fit one byte. */
const MOST_SMALL = 256;

/** By place: the row's group, in the buffer's scratch memory where the order is not the table's. */
function groupsInOrder(
  rows: Int32Array | undefined,
  { codes, size }: Grouping,
  { groupsInOrder: groups, smallGroups: small }: OccurrenceBuffer,
): Int32Array {
  if (!codes) return groups.fill(0);
  if (!rows) return codes;
  if (size > MOST_SMALL) {
    for (let place = 0; place < rows.length; place++) groups[place] = codes[rows[place]!]!;
    return groups;
  }
  for (let row = 0; row < codes.length; row++) small[row] = codes[row]!;
  for (let place = 0; place < rows.length; place++) groups[place] = small[rows[place]!]!;
  return groups;
}

/*
 * The four loops keep the arrays they write in locals: a property read per row doubles their time.
 */

/**
 * Adds 1 to the cell `group * width + rank + 1` for each (group, value). Requires places of one value side by side,
 * and one day for each value.
 */
export function countByValue(
  order: ScanOrder,
  grouping: Grouping,
  width: number,
  cells: Float64Array,
  scratch: OccurrenceBuffer,
): void {
  const { values, dayRanks } = order;
  const groups = groupsInOrder(order.rows, grouping, scratch);
  const lastValue = new Int32Array(grouping.size).fill(-1);
  for (let place = 0; place < values.length; place++) {
    const group = groups[place]!;
    const value = values[place]!;
    const rank = dayRanks[place]!;
    if (lastValue[group] === value || rank < 0) continue;
    lastValue[group] = value;
    const cell = Math.imul(group, width) + rank + 1;
    cells[cell] = cells[cell]! + 1;
  }
}

/** The same for rows sorted by value, whose day is told by value: the loop reads nothing by row but the group. */
export function countValues(
  { order, starts }: Sorted,
  dayOfValue: Int32Array,
  grouping: Grouping,
  width: number,
  cells: Float64Array,
  scratch: OccurrenceBuffer,
): void {
  const groups = groupsInOrder(order, grouping, scratch);
  const lastValue = new Int32Array(grouping.size).fill(-1);
  for (let value = 0; value < dayOfValue.length; value++) {
    const column = dayOfValue[value]! + 1;
    const end = starts[value + 1]!;
    for (let place = starts[value]!; place < end; place++) {
      const group = groups[place]!;
      if (lastValue[group] === value) continue;
      lastValue[group] = value;
      const cell = Math.imul(group, width) + column;
      cells[cell] = cells[cell]! + 1;
    }
  }
}

/** Finds the occurrences of each (group, value, day). Requires places of one value side by side, in order of day. */
export function scanByValue(order: ScanOrder, grouping: Grouping, found: OccurrenceBuffer): void {
  const { values, dayRanks } = order;
  const { groups: foundGroups, dayRanks: foundRanks, previous } = found;
  const groups = groupsInOrder(order.rows, grouping, found);
  const lastValue = new Int32Array(grouping.size).fill(-1);
  const lastRank = new Int32Array(grouping.size);
  let length = 0;
  let recurring = false;
  for (let place = 0; place < values.length; place++) {
    const rank = dayRanks[place]!;
    const group = groups[place]!;
    const value = values[place]!;
    const last = lastValue[group] === value ? lastRank[group]! : -1;
    if (last === rank || rank < 0) continue;
    foundGroups[length] = group;
    foundRanks[length] = rank;
    previous[length++] = last;
    if (last >= 0) recurring = true;
    lastValue[group] = value;
    lastRank[group] = rank;
  }
  found.length = length;
  found.recurring = recurring;
}

/** Finds the same occurrences. Requires places in order of day; memory grows with groups × values. */
export function scanByDay(
  order: ScanOrder,
  valueCount: number,
  grouping: Grouping,
  found: OccurrenceBuffer,
): void {
  const { values, dayRanks } = order;
  const { groups: foundGroups, dayRanks: foundRanks, previous } = found;
  const groups = groupsInOrder(order.rows, grouping, found);
  const lastRank = new Int32Array(grouping.size * valueCount).fill(-1);
  let length = 0;
  let recurring = false;
  for (let place = 0; place < values.length; place++) {
    const rank = dayRanks[place]!;
    const value = values[place]!;
    if (rank < 0 || value < 0) continue;
    const group = groups[place]!;
    const pair = Math.imul(group, valueCount) + value;
    const last = lastRank[pair]!;
    if (last === rank) continue;
    foundGroups[length] = group;
    foundRanks[length] = rank;
    previous[length++] = last;
    if (last >= 0) recurring = true;
    lastRank[pair] = rank;
  }
  found.length = length;
  found.recurring = recurring;
}
