import type { EpochDay } from "../../sales/calendar";
import { yearBefore } from "../elapsed";
import { isUnitOf, type Unit } from "../grain";
import { firstDay, lastDay, monthOfDay } from "../months";
import type { Past } from "./past";

/** Most past years that a course follows. */
const MOST_YEARS = 3;
/** Days of silence at a year's beginning with which its data still begin there. */
const DAYS_OF_SILENCE = 10;

/** The same period some years before, and a day's place in it. */
export interface PastYear {
  readonly period: Unit;
  /** The same day of that year; the last day of a month stays one, a weekday of a week too. */
  readonly at: (day: EpochDay) => EpochDay;
}

const shifted = (range: Unit, years: number, inWeek: boolean): Unit =>
  years === 0 ? range : shifted(yearBefore(range, inWeek), years - 1, inWeek);

function pastYear(period: Unit, years: number): PastYear {
  const inWeek = isUnitOf("semaine", period, 1);
  return {
    period: shifted(period, years, inWeek),
    at: (day) => shifted({ from: period.from, to: day }, years, inWeek).to,
  };
}

/**
 * The last full years before a period, latest first, at most three. A year is not full where its data begin later or
 * a month has no row that another of these years has: a hole, not a season.
 */
export function fullYears(period: Unit, whole: Past): readonly PastYear[] {
  const years = Array.from({ length: MOST_YEARS }, (_, index) => pastYear(period, index + 1));
  const counts = years.map((year) => monthsOf(year.period).map((month) => whole.rowCount(month)));
  return years.filter(
    (year, index) =>
      begins(year.period, whole) &&
      whole.value(year.period) > 0 &&
      counts[index]!.every((count, month) => count > 0 || counts.every((other) => !(other[month]! > 0))),
  );
}

/** True if rows lie before a period, or at its very beginning. */
const begins = ({ from }: Unit, past: Past): boolean =>
  past.rowCount({ from: from - MOST_YEARS * 366, to: from + DAYS_OF_SILENCE }) > 0;

/** The calendar months of a period, cut at its ends. */
export function monthsOf({ from, to }: Unit): readonly Unit[] {
  const first = monthOfDay(from);
  return Array.from({ length: monthOfDay(to) - first + 1 }, (_, index) => ({
    from: Math.max(from, firstDay(first + index)),
    to: Math.min(to, lastDay(first + index)),
  }));
}
