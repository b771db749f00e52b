import type { DatedRows } from "./dates";
import type { Grouping } from "./grouping";
import { addByCell, countByCell } from "./scatter";
import type { RankSpan } from "./selection";
import { firstAtLeast, sortByGroupAndDay } from "./sorting";

/** Sums of one vector by group and day, ready for any span of days. Sums are of whole numbers, so exact. */
export interface Cube {
  readonly bytes: number;
  /** Σ of the vector over a group's rows whose day lies in the span. */
  sum(group: number, span: RankSpan): number;
}

/** Number that each row adds; undefined adds 1. */
export type Vector = Float64Array | undefined;

/** The dense form may cost this many cells whatever the number of rows, or twice the rows if that is more. */
const ALWAYS_DENSE = 1 << 16;

/** True if a cell for each group and day costs less than the rows in order. */
export const fitsDense = ({ days, dayRanks }: DatedRows, groups: number): boolean =>
  groups * (days.length + 1) <= Math.max(ALWAYS_DENSE, 2 * dayRanks.length);

/** Sums a vector once over the selected rows: dense where groups × days are few, else sorted by group and day. */
export const buildCube = (rows: DatedRows, grouping: Grouping, vector: Vector): Cube =>
  fitsDense(rows, grouping.size) ? denseCube(rows, grouping, vector) : sortedCube(rows, grouping, vector);

/**
 * Running sums along the days of each group: a span is the difference of two cells. Excluded rows, of rank -1,
 * fall before a group's first day and so into no difference.
 */
function denseCube({ days, dayRanks }: DatedRows, { size, codes }: Grouping, vector: Vector): Cube {
  const width = days.length + 1;
  const running = new Float64Array(size * width);
  const groups = codes ?? new Int32Array(dayRanks.length);
  if (vector) addByCell(running, groups, width, dayRanks, vector);
  else countByCell(running, groups, width, dayRanks);
  for (let start = 0; start < running.length; start += width)
    for (let cell = start + 1; cell < start + width; cell++)
      running[cell] = running[cell]! + running[cell - 1]!;
  return {
    bytes: running.byteLength,
    sum: (group, { start, end }) => running[group * width + end]! - running[group * width + start]!,
  };
}

/** Rows in order of group and day with running sums: a span is found by bisection within its group. */
function sortedCube(rows: DatedRows, { size, codes }: Grouping, vector: Vector): Cube {
  const { order, starts } = sortByGroupAndDay(rows, codes, size);
  const ranks = new Int32Array(order.length);
  const running = new Float64Array(order.length + 1);
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!;
    ranks[place] = rows.dayRanks[row]!;
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
