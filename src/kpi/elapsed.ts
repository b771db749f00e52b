import type { EpochDay } from "../sales/calendar";
import { isoWeek, isoWeekOf, isUnitOf, type Unit, unitOf } from "./grain";
import { addMonths, lastDay, monthOfDay } from "./months";
import type { DayRange } from "./source";

/** The share of a period's calendar days that are over, the data date included: 0 to 1; 1 for an open period. */
export function elapsedShare({ from, to }: DayRange, dataDate: EpochDay): number {
  if (to === undefined || to <= dataDate) return 1;
  if (from === undefined || from > dataDate) return 0;
  return (dataDate - from + 1) / (to - from + 1);
}

/** The part of a period up to the data date; the whole of one that has not begun. */
export const elapsedPart = (range: Unit, dataDate: EpochDay): Unit =>
  range.from <= dataDate && dataDate < range.to ? { from: range.from, to: dataDate } : range;

/**
 * The same days a year before. Of a week, or of what a month or the data date leaves of one (`inWeek`), the same weekdays
 * of the week of the same number (the last one, where the year has no 53rd); the last day of a month stays the last day
 * of its month.
 */
export function yearBefore(range: Unit, inWeek = isUnitOf("semaine", range, 1)): Unit {
  if (inWeek) return sameWeekdays(range);
  const month = monthOfDay(range.to);
  const to =
    range.to === lastDay(month) && range.to !== range.from ? lastDay(month - 12) : addMonths(range.to, -12);
  return { from: addMonths(range.from, -12), to };
}

function sameWeekdays(range: Unit): Unit {
  const { year, week } = isoWeekOf(range.from);
  const before = isoWeek(year - 1, week) ?? isoWeek(year - 1, 52);
  if (!before) return range;
  const from = before.from + range.from - unitOf("semaine", range.from, 1).from;
  return { from, to: from + range.to - range.from };
}
