import { dayOf, type EpochDay, startOfDay } from "../sales/calendar";

/** Months since year 0: a month as one number. */
export type MonthIndex = number;

export const monthIndex = (year: number, month: number): MonthIndex => year * 12 + month - 1;

export function monthOfDay(day: EpochDay): MonthIndex {
  const date = startOfDay(day);
  return monthIndex(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

export const yearOfMonth = (month: MonthIndex): number => Math.floor(month / 12);

export const firstDay = (month: MonthIndex): EpochDay => dayOf(yearOfMonth(month), (month % 12) + 1, 1);

export const lastDay = (month: MonthIndex): EpochDay => firstDay(month + 1) - 1;

/** The same day of the month `months` later, or that month's last day where it is shorter. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const month = monthOfDay(day);
  return Math.min(firstDay(month + months) + day - firstDay(month), lastDay(month + months));
}
