import type { EpochDay } from "../../sales/calendar";
import type { Unit } from "../grain";
import type { Past } from "./past";

const DAYS_A_WEEK = 7;
const WEEKS_A_YEAR = 52;
/** Fewest weeks, and rows, that tell how a week sells. */
const LEAST_WEEKS = 26;
const LEAST_ROWS = 100;

/** By day of the week: its share of a week's rows. */
export type Weekdays = readonly number[];

const weekdayOf = (day: EpochDay): number => ((day % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;

/**
 * The share of each day of a week in its rows, over the 52 weeks before a day: rows, since one large order says nothing of
 * its weekday. Undefined where less than 26 weeks or 100 rows are known.
 */
export function weekdaysBefore(day: EpochDay, whole: Past): Weekdays | undefined {
  const counts = Array.from({ length: DAYS_A_WEEK }, () => 0);
  let weeks = 0;
  for (let week = 1; week <= WEEKS_A_YEAR; week++) {
    const from = day - week * DAYS_A_WEEK;
    if (whole.rowCount({ from, to: from + DAYS_A_WEEK - 1 }) > 0) weeks++;
    for (let at = from; at < from + DAYS_A_WEEK; at++)
      counts[weekdayOf(at)]! += whole.rowCount({ from: at, to: at });
  }
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return weeks < LEAST_WEEKS || rows < LEAST_ROWS ? undefined : counts.map((count) => count / rows);
}

/** The share of some days that is due by one of them, by how weeks sell; by calendar days without that. */
export function shareByWeekdays({ from, to }: Unit, day: EpochDay, weekdays?: Weekdays): number {
  const last = Math.min(day, to);
  const all = weekdays ? weightOf({ from, to }, weekdays) : 0;
  return weekdays && all > 0
    ? weightOf({ from, to: last }, weekdays) / all
    : (last - from + 1) / (to - from + 1);
}

function weightOf({ from, to }: Unit, weekdays: Weekdays): number {
  let weight = 0;
  for (let day = from; day <= to; day++) weight += weekdays[weekdayOf(day)]!;
  return weight;
}
