import type { EpochDay } from "../../sales/calendar";
import type { SalesData, Table } from "../../sales/tables";
import type { Measure } from "../definition";
import type { DayRange } from "../source";
import { exclude } from "./conditions";
import { type DatedRows, EXCLUDED, withoutEmptyDays } from "./dates";

/** Rows to be counted and the day of each. */
export interface CountedRows extends DatedRows {
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

/** Number of the ascending days before `day`. */
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

/** Of the rows by a measure's date, those that meet its conditions and lie in its window. */
export function selectRows(data: SalesData, dated: DatedRows, measure: Measure): Selection {
  const table = data.tables[measure.table];
  const { dataDate } = data.provenance;
  const { where = [], date } = measure;
  const window = measure.kind === "sum" ? measure.lastDays : undefined;
  const timeless = date === undefined || window !== undefined;
  if (where.length === 0 && window === undefined) return { table, timeless, ...dated };
  const dayRanks = dated.dayRanks.slice();
  for (const condition of where) exclude(dayRanks, table, condition, dataDate);
  if (window !== undefined) {
    const start = daysBefore(dated.days, dataDate - window + 1);
    const end = daysBefore(dated.days, dataDate + 1);
    for (let row = 0; row < dayRanks.length; row++)
      if (dayRanks[row]! < start || dayRanks[row]! >= end) dayRanks[row] = EXCLUDED;
  }
  return { table, timeless, ...withoutEmptyDays({ days: dated.days, dayRanks }) };
}
