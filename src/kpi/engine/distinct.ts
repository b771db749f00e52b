import { textColumn } from "./columns";
import { sortByGroupAndDay } from "./cube";
import type { Grouping } from "./grouping";
import type { CountedRows, Selection } from "./selection";

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
 * Each (group, value, day) once, by value and then by day: all that a distinct count can depend on, side by side
 * in memory. The selection's and grouping's rows are the visits.
 */
export interface Visits {
  readonly selection: CountedRows;
  readonly grouping: Grouping & { readonly codes: Int32Array };
  readonly values: Int32Array;
  readonly bytes: number;
}

/** Keeps one row of each (group, value, day). */
export function visitsOf(
  selection: CountedRows,
  { order, values: valueOfRow }: ValueOrder,
  grouping: Grouping,
): Visits {
  const { dayRanks: rankOfRow, days, timeless } = selection;
  const { codes: groupOfRow, size } = grouping;
  const count = order?.length ?? valueOfRow.length;
  const ranks = new Int32Array(count);
  const groups = new Int32Array(count);
  const values = new Int32Array(count);
  const lastValue = new Int32Array(size).fill(-1);
  const lastRank = new Int32Array(size);
  let visits = 0;
  for (let place = 0; place < count; place++) {
    const row = order ? order[place]! : place;
    const rank = rankOfRow[row]!;
    const value = valueOfRow[row]!;
    const group = groupOfRow ? groupOfRow[row]! : 0;
    if (rank < 0 || (lastValue[group] === value && lastRank[group] === rank)) continue;
    lastValue[group] = value;
    lastRank[group] = rank;
    ranks[visits] = rank;
    groups[visits] = group;
    values[visits++] = value;
  }
  return {
    selection: { days, timeless, dayRanks: ranks.slice(0, visits) },
    grouping: { ...grouping, codes: groups.slice(0, visits) },
    values: values.slice(0, visits),
    bytes: 3 * visits * Int32Array.BYTES_PER_ELEMENT,
  };
}

/**
 * Calls back the first visit of each (group, value, unit of time): those that make a distinct count when they are
 * counted within whole units.
 */
export function forEachFirst(
  { selection: { dayRanks }, grouping: { codes, size }, values }: Visits,
  unitOfRank: UnitOfRank,
  count: (visit: number, group: number) => void,
): void {
  const lastValue = new Int32Array(size).fill(-1);
  const lastUnit = new Int32Array(size);
  for (let visit = 0; visit < values.length; visit++) {
    const unit = unitOfRank[dayRanks[visit]!]!;
    const group = codes[visit]!;
    if (unit < 0 || (lastValue[group] === values[visit] && lastUnit[group] === unit)) continue;
    lastValue[group] = values[visit]!;
    lastUnit[group] = unit;
    count(visit, group);
  }
}
