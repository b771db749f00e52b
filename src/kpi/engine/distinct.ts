import type { TextColumn } from "../../sales/tables";
import type { DatedRows } from "./dates";
import type { Grouping } from "./grouping";
import { countingSort, gather, isByDay, sortByGroupAndDay } from "./sorting";
import type { VisitBuffer } from "./visits";

/** Selected rows in an order in which the visits of a group by a value are met from the earliest to the latest. */
interface Walk {
  /** By place: the row. Undefined when the walk is the table's own order. */
  readonly rows: Int32Array | undefined;
  /** By place: the counted value's code, and the rank of the row's day; one of them is negative: not counted. */
  readonly values: Int32Array;
  readonly dayRanks: Int32Array;
}

/** Up to here a cell for each group and value is cheaper than sorting the rows by value. */
const MOST_PAIRS = 1 << 22;

/** The rows a distinct count is made from, and the orders in which they can be walked, each found when first needed. */
export class DistinctRows {
  private readonly values: Int32Array;
  private readonly valueCount: number;
  private days: Walk | undefined;
  private sorted: Walk | undefined;
  private readonly tableWalk: Walk | undefined;

  /** `column` holds what is counted; a row without it counts nothing. */
  constructor(
    private readonly dated: DatedRows,
    { codes, dictionary }: TextColumn,
  ) {
    this.values = codes;
    this.valueCount = dictionary.length;
    if (isByValue(dated.dayRanks, codes))
      this.tableWalk = { rows: undefined, values: codes, dayRanks: dated.dayRanks };
  }

  /** Fills the buffer with one visit of each (group, value, day). */
  visit(grouping: Grouping, visits: VisitBuffer): void {
    if (this.tableWalk) return visitByValue(this.tableWalk, grouping, visits);
    if (grouping.size * this.valueCount > MOST_PAIRS) return visitByValue(this.byValue(), grouping, visits);
    visitByDay(this.byDay(), this.valueCount, grouping, visits);
  }

  private byDay(): Walk {
    const { dayRanks, days } = this.dated;
    this.days ??= isByDay(dayRanks)
      ? { rows: undefined, values: this.values, dayRanks }
      : this.walk(countingSort(undefined, dayRanks, days.length).order);
    return this.days;
  }

  private byValue(): Walk {
    this.sorted ??= this.walk(sortByGroupAndDay(this.dated, this.values, this.valueCount).order);
    return this.sorted;
  }

  private walk(rows: Int32Array): Walk {
    return { rows, values: gather(this.values, rows), dayRanks: gather(this.dated.dayRanks, rows) };
  }
}

/** Whether the rows that count are in order of value and, within a value, of day. */
function isByValue(dayRanks: Int32Array, values: Int32Array): boolean {
  let value = 0;
  let rank = 0;
  for (let row = 0; row < values.length; row++) {
    const own = dayRanks[row]!;
    if (own < 0) continue;
    if (values[row]! < value || (values[row] === value && own < rank)) return false;
    value = values[row]!;
    rank = own;
  }
  return true;
}

/** A value's places are side by side: what a group remembers is its last value. */
function visitByValue(
  { rows, values, dayRanks }: Walk,
  { size, codes }: Grouping,
  visits: VisitBuffer,
): void {
  const lastValue = new Int32Array(size).fill(-1);
  const lastRank = new Int32Array(size);
  visits.clear();
  for (let place = 0; place < values.length; place++) {
    const rank = dayRanks[place]!;
    const value = values[place]!;
    if (rank < 0) continue;
    const group = codes ? codes[rows ? rows[place]! : place]! : 0;
    const again = lastValue[group] === value;
    if (again && lastRank[group] === rank) continue;
    visits.add(group, rank, again ? lastRank[group]! : -1);
    lastValue[group] = value;
    lastRank[group] = rank;
  }
}

/** Places go from day to day: each pair of group and value remembers its last day. */
function visitByDay(
  { rows, values, dayRanks }: Walk,
  valueCount: number,
  { size, codes }: Grouping,
  visits: VisitBuffer,
): void {
  const lastRank = new Int32Array(size * valueCount).fill(-1);
  visits.clear();
  for (let place = 0; place < values.length; place++) {
    const rank = dayRanks[place]!;
    const value = values[place]!;
    if (rank < 0 || value < 0) continue;
    const group = codes ? codes[rows ? rows[place]! : place]! : 0;
    const pair = Math.imul(group, valueCount) + value;
    const last = lastRank[pair]!;
    if (last === rank) continue;
    visits.add(group, rank, last);
    lastRank[pair] = rank;
  }
}
