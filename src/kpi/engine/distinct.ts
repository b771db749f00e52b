import type { TextColumn } from "../../sales/tables";
import { type DatedRows, EXCLUDED } from "./dates";
import type { Grouping } from "./grouping";
import type { OccurrenceBuffer } from "./occurrences";
import { countByValue, countValues, type ScanOrder, scanByDay, scanByValue } from "./scanOrder";
import { countingSort, gather, isByDay, keysInOrder, type Sorted, sortByGroupAndDay } from "./sorting";

/** Up to here a cell for each group and value is cheaper than sorting the rows by value. */
const MOST_PAIRS = 1 << 22;

/**
 * Rows that a distinct count is made from, and the orders in which loops read them. Each order is made when first
 * needed and serves every grouping, so rows in no order cost one sort more than rows in order.
 */
export class DistinctRows {
  private readonly values: Int32Array;
  private readonly valueCount: number;
  private readonly inTable: ScanOrder | undefined;
  /** By value: rank of its only day, -1 where it has none. Undefined where some value has several days. */
  private readonly dayOfValue: Int32Array | undefined;
  private days: ScanOrder | undefined;
  private sorted: Sorted | undefined;
  private scan: ScanOrder | undefined;

  /** `column` holds the counted values; a row without value counts nothing. */
  constructor(
    readonly dated: DatedRows,
    { codes, dictionary }: TextColumn,
  ) {
    this.values = codes;
    this.valueCount = dictionary.length;
    const { dayRanks } = dated;
    this.inTable = isByValue(dayRanks, codes) ? { rows: undefined, values: codes, dayRanks } : undefined;
    this.dayOfValue = onlyDays(dayRanks, codes, dictionary.length);
  }

  /** Each value has one day only, as an order has: counts add up over days. */
  get oneDayEach(): boolean {
    return this.dayOfValue !== undefined;
  }

  /** Adds 1 to the cell `group * width + rank of the day + 1` for each (group, value). Requires `oneDayEach`. */
  count(grouping: Grouping, width: number, cells: Float64Array, scratch: OccurrenceBuffer): void {
    const { inTable, dayOfValue } = this;
    if (inTable) countByValue(inTable, grouping, width, cells, scratch);
    else if (dayOfValue) countValues(this.rowsByValue(), dayOfValue, grouping, width, cells, scratch);
  }

  /** Fills the buffer with each (group, value, day) once. */
  find(grouping: Grouping, found: OccurrenceBuffer): void {
    const few = grouping.size * this.valueCount <= MOST_PAIRS;
    if (this.inTable || this.oneDayEach || !few) scanByValue(this.inTable ?? this.byValue(), grouping, found);
    else scanByDay(this.byDay(), this.valueCount, grouping, found);
  }

  private byDay(): ScanOrder {
    const { values } = this;
    const { dayRanks, days } = this.dated;
    if (this.days) return this.days;
    if (isByDay(dayRanks)) this.days = { rows: undefined, values, dayRanks };
    else {
      const sorted = countingSort(dayRanks, days.length);
      this.days = { rows: sorted.order, values: gather(values, sorted.order), dayRanks: keysInOrder(sorted) };
    }
    return this.days;
  }

  private byValue(): ScanOrder {
    const sorted = this.rowsByValue();
    const { order: rows } = sorted;
    this.scan ??= { rows, values: keysInOrder(sorted), dayRanks: gather(this.dated.dayRanks, rows) };
    return this.scan;
  }

  /** The rows that count, by value, those of a value by day. */
  private rowsByValue(): Sorted {
    const { values, valueCount, dated } = this;
    if (!this.sorted)
      this.sorted = this.oneDayEach
        ? countingSort(countedValues(dated.dayRanks, values), valueCount)
        : sortByGroupAndDay(dated, values, valueCount);
    return this.sorted;
  }
}

/** The values with those of excluded rows left out. */
const countedValues = (dayRanks: Int32Array, values: Int32Array): Int32Array =>
  dayRanks.includes(EXCLUDED) ? values.map((value, row) => (dayRanks[row]! < 0 ? -1 : value)) : values;

/** True if the rows that count are in order of value and, within a value, of day, and each has a value. */
function isByValue(dayRanks: Int32Array, values: Int32Array): boolean {
  let value = -1;
  let rank = -1;
  for (let row = 0; row < values.length; row++) {
    const own = dayRanks[row]!;
    if (own < 0) continue;
    const next = values[row]!;
    if (next < 0 || next < value || (next === value && own < rank)) return false;
    value = next;
    rank = own;
  }
  return true;
}

/** By value: the rank of its only day, -1 where it has none; undefined as soon as a value has two. */
function onlyDays(dayRanks: Int32Array, values: Int32Array, valueCount: number): Int32Array | undefined {
  const dayOfValue = new Int32Array(valueCount).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const rank = dayRanks[row]!;
    if (rank < 0 || value < 0) continue;
    const known = dayOfValue[value]!;
    if (known < 0) dayOfValue[value] = rank;
    else if (known !== rank) return undefined;
  }
  return dayOfValue;
}
