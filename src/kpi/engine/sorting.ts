import type { DatedRows } from "./dates";

/** Places 0…n − 1 in a new order, and where each key's places begin in it. */
export interface Sorted {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Sorts places 0…n − 1 stably by a key from 0 to size − 1; places with a negative key are left out. */
export function countingSort(keys: Int32Array, size: number): Sorted {
  const starts = startsOf(keys, size);
  const order = new Int32Array(starts[size]!);
  const next = starts.slice();
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!;
    if (key < 0) continue;
    const index = next[key]!;
    order[index] = place;
    next[key] = index + 1;
  }
  return { order, starts };
}

/** Sorts places that are in an order already, stably, by a further key. */
function sortAgain(places: Int32Array, keys: Int32Array, size: number): Sorted {
  const ordered = gather(keys, places);
  const { order, starts } = countingSort(ordered, size);
  return { order: gather(places, order), starts };
}

function startsOf(keys: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!;
    if (key >= 0) starts[key + 1] = starts[key + 1]! + 1;
  }
  for (let key = 0; key < size; key++) starts[key + 1] = starts[key + 1]! + starts[key]!;
  return starts;
}

/** By index in a sorted order: the key, read off the starts instead of row by row. */
export function keysInOrder({ order, starts }: Sorted): Int32Array {
  const keys = new Int32Array(order.length);
  for (let key = 0; key < starts.length - 1; key++) keys.fill(key, starts[key]!, starts[key + 1]!);
  return keys;
}

/** The selected rows by group, those of a group by day; a negative group is left out. */
export function sortByGroupAndDay(
  { dayRanks, days }: DatedRows,
  codes: Int32Array | undefined,
  size: number,
): Sorted {
  const groups = codes ?? new Int32Array(dayRanks.length);
  if (isByDay(dayRanks)) return countingSort(groups, size);
  return sortAgain(countingSort(dayRanks, days.length).order, groups, size);
}

/** Rows as they come from most sources: every one selected, the earliest first. */
export function isByDay(dayRanks: Int32Array): boolean {
  let last = 0;
  for (let row = 0; row < dayRanks.length; row++) {
    const rank = dayRanks[row]!;
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

/** The first place from `from` to `to` whose rank, ascending there, is at least `rank`. */
export function firstAtLeast(ranks: Int32Array, from: number, to: number, rank: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranks[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Copies the elements of `source` at the places. */
export function gather(source: Int32Array, places: Int32Array): Int32Array {
  const gathered = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) gathered[index] = source[places[index]!]!;
  return gathered;
}
