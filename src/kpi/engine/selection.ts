import { type EpochDay, NO_DAY } from "../../sales/calendar";
import type { SalesData, Table } from "../../sales/tables";
import type { Condition, Measure } from "../definition";
import { fold } from "../fold";
import type { KpiSettings } from "../settings";
import type { DayRange } from "../source";
import { dateColumn, textAt, textColumn } from "./columns";
import { DERIVED_DATES } from "./derivedDates";

/** In `dayRanks`: the row is no part of the selection. */
export const EXCLUDED = -1;

/**
 * Rows to be counted and the day of each. Days are numbered by their place among the days that occur, so one odd
 * date costs nothing.
 */
export interface CountedRows {
  /** The days that occur, ascending. One entry when the measure knows no time. */
  readonly days: Int32Array;
  /** By row: the index of its day in `days`, or EXCLUDED. */
  readonly dayRanks: Int32Array;
  /** No asked period applies: the measure has no date, or a window of its own. */
  readonly timeless: boolean;
}

/** The rows of a table that a measure counts. */
export interface Selection extends CountedRows {
  readonly table: Table;
}

/** Half open: the ranks of days in a range. */
export interface RankSpan {
  readonly start: number;
  readonly end: number;
}

/** How many of the ascending days are before `day`. */
export function daysBefore(days: Int32Array, day: EpochDay): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function rankSpan({ days, timeless }: CountedRows, { from, to }: DayRange): RankSpan {
  if (timeless) return { start: 0, end: days.length };
  return {
    start: from === undefined ? 0 : daysBefore(days, from),
    end: to === undefined ? days.length : daysBefore(days, to + 1),
  };
}

export function selectRows(data: SalesData, settings: KpiSettings, measure: Measure): Selection {
  const table = data.tables[measure.table];
  const { dataDate } = data.provenance;
  const dayRanks = daysOfMeasure(data, settings, measure);
  const window = measure.kind === "sum" ? measure.lastDays : undefined;
  const tests = (measure.where ?? []).flatMap((condition) => rowTests(table, condition, dataDate));
  if (window !== undefined)
    tests.push((row) => dayRanks[row]! > dataDate - window && dayRanks[row]! <= dataDate);
  for (const keeps of tests)
    for (let row = 0; row < dayRanks.length; row++) if (!keeps(row)) dayRanks[row] = NO_DAY;
  return {
    table,
    days: rankDays(dayRanks),
    dayRanks,
    timeless: measure.date === undefined || window !== undefined,
  };
}

/** A fresh copy; every row bears the same day when the measure has no date. */
function daysOfMeasure(data: SalesData, settings: KpiSettings, { table, date }: Measure): Int32Array {
  if (date === undefined) return new Int32Array(data.tables[table].length);
  const derived = DERIVED_DATES[table]?.[date];
  return derived ? derived(data, settings) : dateColumn(data.tables[table], date).days.slice();
}

/** Replaces each day by its rank, in place, and returns the days. Dates of four-digit years span 15 MB at most. */
function rankDays(days: Int32Array): Int32Array {
  const none = NO_DAY; // a local: under CommonJS an imported constant is a property read per row
  let first = Number.POSITIVE_INFINITY;
  let last = none;
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    if (day > last) last = day;
    if (day < first && day !== none) first = day;
  }
  if (first > last) {
    days.fill(EXCLUDED);
    return new Int32Array(0);
  }
  const ranks = new Int32Array(last - first + 1).fill(EXCLUDED);
  for (let row = 0; row < days.length; row++) if (days[row] !== none) ranks[days[row]! - first] = 0;
  const present: EpochDay[] = [];
  for (let offset = 0; offset < ranks.length; offset++)
    if (ranks[offset] === 0) ranks[offset] = present.push(first + offset) - 1;
  for (let row = 0; row < days.length; row++)
    days[row] = days[row] === none ? EXCLUDED : ranks[days[row]! - first]!;
  return Int32Array.from(present);
}

type RowTest = (row: number) => boolean;

function rowTests(table: Table, condition: Condition, dataDate: EpochDay): RowTest[] {
  const tests: RowTest[] = [];
  const wanted = condition.equals === undefined ? condition.oneOf : [condition.equals];
  if (wanted) {
    const { codes, dictionary } = textColumn(table, condition.column);
    const names = new Set(wanted.map(fold));
    const kept = Uint8Array.from(dictionary, (text) => (names.has(fold(text)) ? 1 : 0));
    tests.push((row) => kept[codes[row]!] === 1);
  }
  if (condition.present) tests.push(presence(table, condition.column));
  if (condition.before === "data-date") {
    const { days } = dateColumn(table, condition.column);
    tests.push((row) => days[row] !== NO_DAY && days[row]! < dataDate);
  }
  return tests;
}

function presence(table: Table, name: string): RowTest {
  const column = table.columns[name];
  switch (column?.kind) {
    case "text":
      return (row) => textAt(column, row) !== undefined;
    case "date":
      return (row) => column.days[row] !== NO_DAY;
    case "money":
      return (row) => !Number.isNaN(column.units[row]!);
    case "number":
      return (row) => !Number.isNaN(column.values[row]!);
    case undefined:
      throw new RangeError(`${table.name} has no column ${name}`);
  }
}
