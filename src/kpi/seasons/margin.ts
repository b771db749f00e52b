import type { EpochDay } from "../../sales/calendar";
import type { Unit } from "../grain";
import { firstDay, lastDay, monthOfDay } from "../months";
import { type Course, following, reachedIn, shareDue } from "./course";
import type { Past } from "./past";
import { shareByWeekdays } from "./weekdays";

/** Two-sided 80 % quantiles of Student's t by number of errors, from 1; 1.28 in the limit. */
const QUANTILES = [3.08, 1.89, 1.64, 1.53, 1.48, 1.44, 1.41, 1.4, 1.38, 1.37, 1.36, 1.36];
const MONTHS_TRIED = 12;
/** Fewest errors that tell a margin. */
const LEAST_ERRORS = 2;

/**
 * Half the width of the projection's 80 % interval, as a share of it: from how far the same course would have erred
 * on the same day of past periods (past years by the other years; a month by the twelve before it). Undefined where
 * fewer than two can be tried.
 */
export function marginOf(course: Course, own: Past, day: EpochDay): number | undefined {
  const { period } = course;
  if (day >= period.to) return 0;
  if (day < period.from) return undefined;
  const errors = course.years.length > 0 ? errorsOfYears(course, own, day) : errorsOfMonths(course, own, day);
  if (errors.length < LEAST_ERRORS) return undefined;
  const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
  return Math.expm1(spread * QUANTILES[Math.min(errors.length, QUANTILES.length) - 1]!);
}

/** Logarithms of projection ÷ outcome, where both tell something. */
const errorOf = (due: number, share: number): readonly number[] =>
  due > 0 && share > 0 ? [Math.log(due / share)] : [];

function errorsOfYears(course: Course, own: Past, day: EpochDay): readonly number[] {
  return course.years.flatMap((year) => {
    const others = course.years.filter((other) => other !== year);
    if (others.length === 0 || !(own.value(year.period) > 0)) return [];
    return errorOf(reachedIn(year, own, day), shareDue(following(course, others), own, day));
  });
}

function errorsOfMonths({ period, weekdays }: Course, own: Past, day: EpochDay): readonly number[] {
  const month = monthOfDay(period.from);
  if (!weekdays || period.from !== firstDay(month) || period.to !== lastDay(month)) return [];
  return Array.from({ length: MONTHS_TRIED }, (_, back): Unit => {
    const tried = month - 1 - back;
    return { from: firstDay(tried), to: lastDay(tried) };
  }).flatMap((tried) => {
    const at = Math.min(tried.from + day - period.from, tried.to - 1);
    const outcome = own.value(tried);
    if (!(outcome > 0)) return [];
    return errorOf(own.value({ from: tried.from, to: at }) / outcome, shareByWeekdays(tried, at, weekdays));
  });
}
