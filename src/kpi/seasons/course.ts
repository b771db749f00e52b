import type { EpochDay } from "../../sales/calendar";
import type { Unit } from "../grain";
import { monthOfDay } from "../months";
import type { ShareBasis } from "./basis";
import { type MonthWeights, ownWeights, steadyWeights } from "./monthWeights";
import type { Past } from "./past";
import { fullYears, monthsOf, type PastYear } from "./pastYears";
import { shareByWeekdays, type Weekdays, weekdaysBefore } from "./weekdays";

/** Rows in the past years at which a member's own course weighs as much as its total's. */
const ROWS_OF_HALF_TRUST = 360;

/** The course of a KPI's total through one period, as past years and weekdays tell it. */
export interface Course {
  readonly period: Unit;
  readonly basis: ShareBasis;
  /** The past years followed, latest first. */
  readonly years: readonly PastYear[];
  readonly weekdays: Weekdays | undefined;
  readonly whole: Past;
  /** True if the values of days add up to their period's; not so for distinct customers. */
  readonly adds: boolean;
  /** By month of the period; empty where no past year is followed. */
  readonly weights: MonthWeights;
}

/** The course of a KPI in total; its members' shares are made from it by `shareDue`. */
export function courseOf(period: Unit, whole: Past, adds: boolean, follows: ShareBasis): Course {
  const inOneMonth = monthOfDay(period.from) === monthOfDay(period.to);
  const years = follows === "seasons" && (!inOneMonth || !adds) ? fullYears(period, whole) : [];
  const weekdays = follows === "calendar" ? undefined : weekdaysBefore(period.from, whole);
  const basis = weekdays ? "weekdays" : "calendar";
  return following({ period, basis, years, weekdays, whole, adds, weights: [] }, years);
}

/** The same course by some past years alone. */
export const following = (course: Course, years: readonly PastYear[]): Course => ({
  ...course,
  years,
  basis: years.length > 0 ? "seasons" : course.basis,
  weights: years.length > 0 && course.adds ? steadyWeights(years, course.whole, course.period) : [],
});

/**
 * The share of a period's outcome that is due by a day, for some members: 0 to 1. Months weigh as in past years, days
 * inside the month in progress as their weekdays; a member's own past years weigh by its rows in them, its total's
 * make up the rest.
 */
export function shareDue(course: Course, own: Past, day: EpochDay): number {
  const { period, years, whole } = course;
  if (day >= period.to) return 1;
  if (day < period.from) return 0;
  if (years.length === 0) return shareByWeekdays(period, day, course.weekdays);
  if (own === whole) return shareOf(course, whole, years, course.weights, day);
  const lived = years.filter((year) => wasThere(year, own));
  const rows = lived.reduce((sum, year) => sum + own.rowCount(year.period), 0);
  const trust = rows / (rows + ROWS_OF_HALF_TRUST);
  const ofWhole = shareOf(course, whole, years, course.weights, day);
  if (trust === 0) return ofWhole;
  const weights = course.adds ? ownWeights(lived, own) : [];
  return trust * shareOf(course, own, lived, weights, day) + (1 - trust) * ofWhole;
}

/** A member that began in the midst of a year tells nothing of that year's course. */
const wasThere = ({ period: { from, to } }: PastYear, own: Past): boolean =>
  own.value({ from, to }) > 0 && own.rowCount({ from: from - 365, to: from + 31 }) > 0;

function shareOf(
  { period, adds, weekdays }: Course,
  past: Past,
  years: readonly PastYear[],
  weights: MonthWeights,
  day: EpochDay,
): number {
  const share = adds
    ? byMonths(period, weights, day, weekdays)
    : years.reduce((sum, year) => sum + reachedIn(year, past, day), 0) / years.length;
  return Math.min(1, Math.max(0, share));
}

function byMonths(
  period: Unit,
  weights: MonthWeights,
  day: EpochDay,
  weekdays: Weekdays | undefined,
): number {
  let share = 0;
  for (const [place, month] of monthsOf(period).entries()) {
    if (month.from > day) break;
    share += weights[place]! * (day >= month.to ? 1 : shareByWeekdays(month, day, weekdays));
  }
  return share;
}

/** The part of a past year's outcome that was reached on the same day. */
export const reachedIn = ({ period, at }: PastYear, past: Past, day: EpochDay): number =>
  past.value({ from: period.from, to: at(day) }) / past.value(period);
