import { textColumn } from "./columns";
import { sortByGroupAndDay } from "./cube";
import type { Grouping } from "./grouping";
import type { Selection } from "./selection";

/** Selected rows ordered by the counted value, then by day: within a value, what was seen before is next to it. */
export interface ValueOrder {
  /** Undefined when the table is in that order already. */
  readonly order: Int32Array | undefined;
  readonly values: Int32Array;
  /** Each value has one day only, as an order has: its counts add up over days. */
  readonly singleDay: boolean;
}

export function orderByValue(selection: Selection, column: string): ValueOrder {
  const { codes: values, dictionary } = textColumn(selection.table, column);
  const order = isOrdered(selection, values)
    ? undefined
    : sortByGroupAndDay(excludeEmpty(selection, values), values, dictionary.length).order;
  return { order, values, singleDay: hasSingleDays(selection, values, order) };
}

/** A row without the counted value counts nothing. */
function excludeEmpty(selection: Selection, values: Int32Array): Selection {
  if (!values.includes(-1)) return selection;
  return { ...selection, dayRanks: selection.dayRanks.map((rank, row) => (values[row]! < 0 ? -1 : rank)) };
}

function isOrdered({ dayRanks }: Selection, values: Int32Array): boolean {
  let value = -1;
  let rank = -1;
  for (let row = 0; row < values.length; row++) {
    if (dayRanks[row]! < 0) continue;
    if (values[row]! < value || values[row]! < 0 || (values[row] === value && dayRanks[row]! < rank))
      return false;
    value = values[row]!;
    rank = dayRanks[row]!;
  }
  return true;
}

function hasSingleDays({ dayRanks }: Selection, values: Int32Array, order: Int32Array | undefined): boolean {
  let value = -1;
  let rank = -1;
  const count = order?.length ?? values.length;
  for (let place = 0; place < count; place++) {
    const row = order ? order[place]! : place;
    if (dayRanks[row]! < 0) continue;
    if (values[row] === value && dayRanks[row] !== rank) return false;
    value = values[row]!;
    rank = dayRanks[row]!;
  }
  return true;
}

/** What marks units of time: by rank of day, the unit's number, ascending; -1 is out of sight. */
export type UnitOfRank = Int32Array;

/**
 * Calls back the first row of each (group, value, unit of time): the rows that make a distinct count when they
 * are counted within whole units.
 */
export function forEachFirst(
  { dayRanks }: Selection,
  { order, values }: ValueOrder,
  { size, codes }: Grouping,
  unitOfRank: UnitOfRank,
  count: (row: number, group: number) => void,
): void {
  const lastValue = new Int32Array(size).fill(-1);
  const lastUnit = new Int32Array(size);
  const rows = order?.length ?? values.length;
  for (let place = 0; place < rows; place++) {
    const row = order ? order[place]! : place;
    const rank = dayRanks[row]!;
    if (rank < 0) continue;
    const unit = unitOfRank[rank]!;
    if (unit < 0) continue;
    const group = codes ? codes[row]! : 0;
    if (lastValue[group] === values[row] && lastUnit[group] === unit) continue;
    lastValue[group] = values[row]!;
    lastUnit[group] = unit;
    count(row, group);
  }
}
