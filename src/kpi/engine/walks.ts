import type { Grouping } from "./grouping";
import { gather } from "./sorting";
import type { VisitBuffer } from "./visits";

/** Selected rows in an order in which the visits of a group by a value are met from the earliest to the latest. */
export interface Walk {
  /** By place: the row. Undefined when the walk is the table's own order. */
  readonly rows: Int32Array | undefined;
  /** By place: the counted value's code, and the rank of the row's day; one of them is negative: not counted. */
  readonly values: Int32Array;
  readonly dayRanks: Int32Array;
}

/** By place: the row's group. */
function groupsOf({ rows, values }: Walk, { codes }: Grouping): Int32Array {
  if (!codes) return new Int32Array(values.length);
  return rows ? gather(codes, rows) : codes;
}

/*
 * The walks' two loops keep what they write to in locals: a property read per row would double their time. `last`
 * is the rank of the day on which the group was last visited by the value, -1 when it was not.
 */

/** A value's places are side by side: what a group remembers is its last value. */
export function visitByValue(walk: Walk, grouping: Grouping, visits: VisitBuffer): void {
  const { values, dayRanks } = walk;
  const { groups: visited, dayRanks: visitRanks, previous } = visits;
  const groups = groupsOf(walk, grouping);
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
    visited[length] = group;
    visitRanks[length] = rank;
    previous[length++] = last;
    if (last >= 0) recurring = true;
    lastValue[group] = value;
    lastRank[group] = rank;
  }
  visits.length = length;
  visits.recurring = recurring;
}

/** Places go from day to day: each pair of group and value remembers its last day. */
export function visitByDay(walk: Walk, valueCount: number, grouping: Grouping, visits: VisitBuffer): void {
  const { values, dayRanks } = walk;
  const { groups: visited, dayRanks: visitRanks, previous } = visits;
  const groups = groupsOf(walk, grouping);
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
    visited[length] = group;
    visitRanks[length] = rank;
    previous[length++] = last;
    if (last >= 0) recurring = true;
    lastRank[pair] = rank;
  }
  visits.length = length;
  visits.recurring = recurring;
}
