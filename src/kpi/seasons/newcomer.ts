import type { EpochDay } from "../../sales/calendar";
import { type Course, shareDue } from "./course";
import type { Past } from "./past";

/** Longest past in which an earlier row of a product is looked for, in days. */
const LONG_AGO = 20 * 366;

/**
 * The share due of a product whose first row lies inside the period: the course from that day to the period's end.
 * Undefined for one that sold before it, or that has not sold yet.
 */
export function shareSince(
  course: Course,
  own: Past,
  day: EpochDay,
): { readonly share: number; readonly since: EpochDay } | undefined {
  const { from } = course.period;
  if (own.rowCount({ from: from - LONG_AGO, to: from - 1 }) > 0) return undefined;
  if (own.rowCount({ from, to: day }) === 0) return undefined;
  const since = firstDayWithRows(own, from, day);
  const missed = shareDue(course, course.whole, since - 1);
  const due = shareDue(course, course.whole, day);
  return missed < due ? { share: (due - missed) / (1 - missed), since } : undefined;
}

/** By bisection: rows lie between the two days. */
function firstDayWithRows(own: Past, from: EpochDay, to: EpochDay): EpochDay {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (own.rowCount({ from, to: middle }) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
