import type { Grouping } from "./grouping";
import type { CountedRows, RankSpan } from "./selection";

/** Sums of one vector by group and day, ready for any span of days. Sums are of whole numbers, so exact. */
export interface Cube {
  readonly bytes: number;
  /** Σ of the vector over a group's rows whose day lies in the span. */
  sum(group: number, span: RankSpan): number;
}

/** What each row adds; undefined adds 1. */
export type Vector = Float64Array | undefined;

/** The dense form may cost this many cells whatever the number of rows, or twice the rows if that is more. */
const ALWAYS_DENSE = 1 << 16;

/** Sums a vector once over the selected rows: dense where groups × days are few, else sorted by group and day. */
export function buildCube(selection: CountedRows, grouping: Grouping, vector: Vector): Cube {
  const cells = grouping.size * (selection.days.length + 1);
  return cells <= Math.max(ALWAYS_DENSE, 2 * selection.dayRanks.length)
    ? denseCube(selection, grouping, vector)
    : sortedCube(selection, grouping, vector);
}

/**
 * Running sums along the days of each group: a span is the difference of two cells. Excluded rows, of rank -1,
 * fall before a group's first day and so into no difference.
 */
function denseCube({ days, dayRanks }: CountedRows, { size, codes }: Grouping, vector: Vector): Cube {
  const width = days.length + 1;
  const running = new Float64Array(size * width);
  if (codes && vector) addRows(running, dayRanks, codes, width, vector);
  else {
    for (let row = 0; row < dayRanks.length; row++) {
      const cell = (codes ? codes[row]! * width : 0) + dayRanks[row]! + 1;
      running[cell] = running[cell]! + (vector ? vector[row]! : 1);
    }
  }
  for (let start = 0; start < running.length; start += width)
    for (let cell = start + 1; cell < start + width; cell++)
      running[cell] = running[cell]! + running[cell - 1]!;
  return {
    bytes: running.byteLength,
    sum: (group, { start, end }) => running[group * width + end]! - running[group * width + start]!,
  };
}

/** Rows in order of group and day with running sums: a span is found by bisection within its group. */
function sortedCube(selection: CountedRows, { size, codes }: Grouping, vector: Vector): Cube {
  const { order, starts } = sortByGroupAndDay(selection, codes, size);
  const ranks = new Int32Array(order.length);
  const running = new Float64Array(order.length + 1);
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!;
    ranks[place] = selection.dayRanks[row]!;
    running[place + 1] = running[place]! + (vector === undefined ? 1 : vector[row]!);
  }
  return {
    bytes: ranks.byteLength + running.byteLength + starts.byteLength,
    sum: (group, { start, end }) => {
      const from = firstAtLeast(ranks, starts[group]!, starts[group + 1]!, start);
      return running[firstAtLeast(ranks, from, starts[group + 1]!, end)]! - running[from]!;
    },
  };
}

/** Two rows a step: the second does not wait for the first one's cell to be written. */
function addRows(
  running: Float64Array,
  dayRanks: Int32Array,
  codes: Int32Array,
  width: number,
  vector: Float64Array,
): void {
  const even = dayRanks.length & ~1;
  for (let row = 0; row < even; row += 2) {
    const cell = codes[row]! * width + dayRanks[row]! + 1;
    const next = codes[row + 1]! * width + dayRanks[row + 1]! + 1;
    running[cell] = running[cell]! + vector[row]!;
    running[next] = running[next]! + vector[row + 1]!;
  }
  if (even < dayRanks.length) {
    const cell = codes[even]! * width + dayRanks[even]! + 1;
    running[cell] = running[cell]! + vector[even]!;
  }
}

function firstAtLeast(ranks: Int32Array, from: number, to: number, rank: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranks[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The selected rows by group, those of a group by day; `starts[group]` is where a group begins. */
export function sortByGroupAndDay(
  { dayRanks, days }: CountedRows,
  codes: Int32Array | undefined,
  size: number,
): { order: Int32Array; starts: Int32Array } {
  const byDay = countingSort(undefined, dayRanks, days.length).order;
  return countingSort(byDay, codes ?? new Int32Array(dayRanks.length), size);
}

/** Sorts rows stably by a key from 0 to size − 1; rows with a negative key are left out. */
function countingSort(
  rows: Int32Array | undefined,
  keys: Int32Array,
  size: number,
): { order: Int32Array; starts: Int32Array } {
  const count = rows?.length ?? keys.length;
  const starts = new Int32Array(size + 1);
  for (let place = 0; place < count; place++) {
    const key = keys[rows ? rows[place]! : place]!;
    if (key >= 0) starts[key + 1] = starts[key + 1]! + 1;
  }
  for (let key = 0; key < size; key++) starts[key + 1] = starts[key + 1]! + starts[key]!;
  const order = new Int32Array(starts[size]!);
  const next = starts.slice();
  for (let place = 0; place < count; place++) {
    const row = rows ? rows[place]! : place;
    const key = keys[row]!;
    if (key < 0) continue;
    order[next[key]!] = row;
    next[key] = next[key]! + 1;
  }
  return { order, starts };
}
