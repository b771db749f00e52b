import type { TextColumn } from "../../sales/tables";
import type { DatedRows } from "./dates";
import type { Grouping } from "./grouping";
import { countingSort, gather, isByDay, sortByGroupAndDay } from "./sorting";
import type { VisitBuffer } from "./visits";
import { visitByDay, visitByValue, type Walk } from "./walks";

/** Up to here a cell for each group and value is cheaper than sorting the rows by value. */
const MOST_PAIRS = 1 << 22;

/** The rows a distinct count is made from, and the orders in which they can be walked, each found when first needed. */
export class DistinctRows {
  /** Each value has one day only, as an order has, and its rows are side by side in the table. */
  readonly oneDayEach: boolean;
  private readonly values: Int32Array;
  private readonly valueCount: number;
  private readonly inTable: Walk | undefined;
  private days: Walk | undefined;
  private sorted: Walk | undefined;

  /** `column` holds what is counted; a row without it counts nothing. */
  constructor(
    readonly dated: DatedRows,
    { codes, dictionary }: TextColumn,
  ) {
    this.values = codes;
    this.valueCount = dictionary.length;
    const { byValue, oneDayEach } = orderOf(dated.dayRanks, codes);
    this.inTable = byValue ? { rows: undefined, values: codes, dayRanks: dated.dayRanks } : undefined;
    this.oneDayEach = oneDayEach;
  }

  /** Where `oneDayEach`: adds 1 to the cell `group * width + rank of the day + 1` for each (group, value). */
  count(grouping: Grouping, width: number, cells: Float64Array): void {
    const { values } = this;
    const { dayRanks } = this.dated;
    const groups = grouping.codes ?? new Int32Array(dayRanks.length);
    const lastValue = new Int32Array(grouping.size).fill(-1);
    for (let row = 0; row < dayRanks.length; row++) {
      const group = groups[row]!;
      const value = values[row]!;
      if (lastValue[group] === value || dayRanks[row]! < 0) continue;
      lastValue[group] = value;
      const cell = Math.imul(group, width) + dayRanks[row]! + 1;
      cells[cell] = cells[cell]! + 1;
    }
  }

  /** Fills the buffer with one visit of each (group, value, day). */
  visit(grouping: Grouping, visits: VisitBuffer): void {
    if (!this.inTable && grouping.size * this.valueCount <= MOST_PAIRS)
      visitByDay(this.byDay(), this.valueCount, grouping, visits);
    else visitByValue(this.inTable ?? this.byValue(), grouping, visits);
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

/** Whether the rows that count are in order of value and, within a value, of day; and whether that is one day. */
function orderOf(dayRanks: Int32Array, values: Int32Array): { byValue: boolean; oneDayEach: boolean } {
  let value = -1;
  let rank = -1;
  let oneDayEach = true;
  for (let row = 0; row < values.length; row++) {
    const own = dayRanks[row]!;
    if (own < 0) continue;
    const sameValue = values[row] === value;
    if (values[row]! < 0 || values[row]! < value || (sameValue && own < rank))
      return { byValue: false, oneDayEach: false };
    if (sameValue && own !== rank) oneDayEach = false;
    value = values[row]!;
    rank = own;
  }
  return { byValue: true, oneDayEach };
}
