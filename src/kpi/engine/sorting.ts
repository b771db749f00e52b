import type { DatedRows } from "./dates";

/** Places 0…n − 1 in a new order, and where each key's places begin in it. */
export interface Sorted {
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

/** Sorts places stably by a key from 0 to size − 1; those with a negative key are left out. */
export function countingSort(places: Int32Array | undefined, keys: Int32Array, size: number): Sorted {
  const count = places?.length ?? keys.length;
  const starts = new Int32Array(size + 1);
  for (let index = 0; index < count; index++) {
    const key = keys[places ? places[index]! : index]!;
    if (key >= 0) starts[key + 1] = starts[key + 1]! + 1;
  }
  for (let key = 0; key < size; key++) starts[key + 1] = starts[key + 1]! + starts[key]!;
  const order = new Int32Array(starts[size]!);
  const next = starts.slice();
  for (let index = 0; index < count; index++) {
    const place = places ? places[index]! : index;
    const key = keys[place]!;
    if (key < 0) continue;
    order[next[key]!] = place;
    next[key] = next[key]! + 1;
  }
  return { order, starts };
}

/** The selected rows by group, those of a group by day; a negative group is left out. */
export function sortByGroupAndDay(
  { dayRanks, days }: DatedRows,
  codes: Int32Array | undefined,
  size: number,
): Sorted {
  const byDay = isByDay(dayRanks) ? undefined : countingSort(undefined, dayRanks, days.length).order;
  return countingSort(byDay, codes ?? new Int32Array(dayRanks.length), size);
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

/** What `source` holds at each of the places. */
export function gather(source: Int32Array, places: Int32Array): Int32Array {
  const gathered = new Int32Array(places.length);
  for (let index = 0; index < places.length; index++) gathered[index] = source[places[index]!]!;
  return gathered;
}
