import { dayOf, type EpochDay, formatIsoDay, NO_DAY } from "../../sales/calendar";

/** A period in progress at the data date. */
export interface Goal {
  readonly period: string;
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** The year, quarter and month of a day. */
export function currentPeriods(day: EpochDay): Goal[] {
  const [year, month] = formatIsoDay(day).split("-").map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3);
  const months = (period: string, from: number, count: number): Goal => ({
    period,
    first: dayOf(year, from, 1),
    last: dayOf(year, from + count, 1) - 1,
  });
  return [
    months(String(year), 1, 12),
    months(`${year}-Q${quarter + 1}`, quarter * 3 + 1, 3),
    months(`${year}-${String(month).padStart(2, "0")}`, month, 1),
  ];
}

export const within = ({ first, last }: Goal, day: EpochDay): boolean =>
  day !== NO_DAY && first <= day && day <= last;
