import { dayOf, type EpochDay, startOfDay } from "../../sales/calendar";

/** The time the demo covers: three years up to and with the data date. */
export interface Span {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** January to December: cold months are quiet, the first heat sells. */
const MONTHS = [0.7, 0.75, 0.95, 1.1, 1.35, 1.6, 1.55, 0.9, 0.95, 0.85, 0.75, 0.7];
/** Sunday to Saturday. */
const WEEKDAYS = [0.05, 1, 1.05, 1.05, 1, 0.95, 0.3];
const GROWTH_A_YEAR = 0.09;

/** How far back complaints about the star begin, and then its sales to fall. */
const COMPLAINTS_BEGIN_DAYS = 122;
const SALES_FALL_DAYS = 61;

export function spanUpTo(dataDate: EpochDay): Span {
  const end = startOfDay(dataDate);
  return {
    first: dayOf(end.getUTCFullYear() - 3, end.getUTCMonth() + 1, end.getUTCDate()) + 1,
    last: dataDate,
  };
}

export const yearsSince = (span: Span, day: EpochDay): number => (day - span.first) / 365.25;

/** 0 on the first day, 1 on the last. */
export const progress = (span: Span, day: EpochDay): number => (day - span.first) / (span.last - span.first);

export const isWorkday = (day: EpochDay): boolean => WEEKDAYS[weekday(day)]! >= 0.9;

const weekday = (day: EpochDay): number => startOfDay(day).getUTCDay();

/** Amount sold on a day, relative to an average one. */
export const intensity = (span: Span, day: EpochDay): number =>
  MONTHS[startOfDay(day).getUTCMonth()]! *
  WEEKDAYS[weekday(day)]! *
  (1 + GROWTH_A_YEAR * yearsSince(span, day));

/** The share of some days' sales that is due by one of them. */
export function dueShare(span: Span, first: EpochDay, last: EpochDay, day: EpochDay): number {
  let due = 0;
  let whole = 0;
  for (let at = first; at <= last; at++) {
    whole += intensity(span, at);
    if (at <= day) due += intensity(span, at);
  }
  return due / whole;
}

/** How readily the star is bought: ever more, until the complaints have made the round. */
export const starAppeal = (span: Span, day: EpochDay): number =>
  span.last - day < SALES_FALL_DAYS ? 0.35 : 1 + 0.5 * progress(span, day);

/** Expected complaints about the star on a day: the usual few, then a rise that does not stop. */
export function starComplaints(span: Span, day: EpochDay): number {
  const into = COMPLAINTS_BEGIN_DAYS - (span.last - day);
  return into <= 0 ? 0.06 : 0.06 + 2.4 * (into / COMPLAINTS_BEGIN_DAYS);
}

/** Shares a total out over the days of the span in proportion to a weight, losing none to rounding. */
export function* shareOut(
  total: number,
  span: Span,
  weight: (day: EpochDay) => number,
): Generator<[EpochDay, number]> {
  let whole = 0;
  for (let day = span.first; day <= span.last; day++) whole += weight(day);
  let running = 0;
  let given = 0;
  for (let day = span.first; day <= span.last; day++) {
    running += weight(day);
    const due = Math.round((total * running) / whole);
    if (due > given) yield [day, due - given];
    given = due;
  }
}
