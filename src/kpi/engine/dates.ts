import { type EpochDay, NO_DAY } from "../../sales/calendar";
import type { TableName } from "../../sales/schema";
import type { SalesData } from "../../sales/tables";
import type { KpiSettings } from "../settings";
import { columnSpec, dateColumn } from "./columns";
import { DERIVED_DATES } from "./derivedDates";

/** In `dayRanks`: the row has no day, or is no part of a selection. */
export const EXCLUDED = -1;

/**
 * Rows and the day of each. Days are numbered by their place among the days that occur, so one odd date costs
 * nothing.
 */
export interface DatedRows {
  /** The days that occur, ascending. One entry when there is no date. */
  readonly days: Int32Array;
  /** By row: the index of its day in `days`, or EXCLUDED. */
  readonly dayRanks: Int32Array;
}

/**
 * The rows of a table by one of its dates, a derived one included; all on one day without date. A row that tells of
 * something done counts only up to the data date.
 */
export function datedRows(
  data: SalesData,
  settings: Pick<KpiSettings, "lostAfterMonths">,
  table: TableName,
  date: string | undefined,
): DatedRows {
  if (date === undefined) return rankDays(new Int32Array(data.tables[table].length));
  const derived = DERIVED_DATES[table]?.[date];
  if (derived) return rankDays(derived(data, settings));
  const { days } = dateColumn(data.tables[table], date);
  return rankDays(columnSpec(table, date)?.past ? upTo(days, data.provenance.dataDate) : days);
}

/** The same days, those after the last one left empty. */
function upTo(days: Int32Array, last: EpochDay): Int32Array {
  let isCut = false;
  for (let row = 0; row < days.length && !isCut; row++) isCut = days[row]! > last;
  return isCut ? days.map((day) => (day > last ? NO_DAY : day)) : days;
}

/** Dates of four-digit years span 15 MB at most. */
function rankDays(daysOfRows: Int32Array): DatedRows {
  const none = NO_DAY; // a local: under CommonJS an imported constant is a property read per row
  const { first, last } = extent(daysOfRows);
  const dayRanks = new Int32Array(daysOfRows.length);
  if (first > last) return { days: new Int32Array(0), dayRanks: dayRanks.fill(EXCLUDED) };
  const occurs = new Uint8Array(last - first + 1);
  for (let row = 0; row < daysOfRows.length; row++)
    if (daysOfRows[row] !== none) occurs[daysOfRows[row]! - first] = 1;
  const { days, rankOf } = rankOccurring(occurs, first);
  for (let row = 0; row < daysOfRows.length; row++)
    dayRanks[row] = daysOfRows[row] === none ? -1 : rankOf[daysOfRows[row]! - first]!;
  return { days, dayRanks };
}

function extent(days: Int32Array): { first: EpochDay; last: EpochDay } {
  const none = NO_DAY;
  let first = 2_147_483_647;
  let last = none;
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    if (day > last) last = day;
    if (day < first && day !== none) first = day;
  }
  return { first, last };
}

/** The occurring ones of the days from `first` on, and the rank of each by its distance from `first`. */
function rankOccurring(occurs: Uint8Array, first: EpochDay): { days: Int32Array; rankOf: Int32Array } {
  const rankOf = new Int32Array(occurs.length).fill(EXCLUDED);
  const days: EpochDay[] = [];
  for (let offset = 0; offset < occurs.length; offset++)
    if (occurs[offset] === 1) rankOf[offset] = days.push(first + offset) - 1;
  return { days: Int32Array.from(days), rankOf };
}

/** The same rows, days without any row left out; `dayRanks` may be changed in place. */
export function withoutEmptyDays({ days, dayRanks }: DatedRows): DatedRows {
  const occurs = new Uint8Array(days.length);
  let found = 0;
  for (let row = 0; row < dayRanks.length && found < days.length; row++) {
    const rank = dayRanks[row]!;
    if (rank < 0 || occurs[rank] === 1) continue;
    occurs[rank] = 1;
    found++;
  }
  if (found === days.length) return { days, dayRanks };
  const { days: kept, rankOf } = rankOccurring(occurs, 0);
  for (let row = 0; row < dayRanks.length; row++)
    if (dayRanks[row]! >= 0) dayRanks[row] = rankOf[dayRanks[row]!]!;
  return { days: kept.map((rank) => days[rank]!), dayRanks };
}
