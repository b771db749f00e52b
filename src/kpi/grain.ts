import { dayOf, type EpochDay, formatIsoDay } from "../sales/calendar";
import type { GrainId } from "./definition";
import { firstDay, lastDay, type MonthIndex, monthIndex, monthOfDay, yearOfMonth } from "./months";

/** A whole day, week, month… both ends included. */
export interface Unit {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

const MONTHS_IN: Readonly<Record<"mois" | "trimestre" | "semestre" | "annee", number>> = {
  mois: 1,
  trimestre: 3,
  semestre: 6,
  annee: 12,
};
const THURSDAY = 3;

/** The Monday on or before a day (1970-01-01 was a Thursday). */
const mondayOf = (day: EpochDay): EpochDay => day - ((((day + 3) % 7) + 7) % 7);

const startOfMonths = (month: MonthIndex, count: number, fiscalFirstMonth: number): MonthIndex =>
  month - ((month - (fiscalFirstMonth - 1)) % count);

/** The unit of a grain that holds `day`, moved by `offset` units. Quarters, semesters and years are fiscal. */
export function unitOf(grain: GrainId, day: EpochDay, fiscalFirstMonth: number, offset = 0): Unit {
  if (grain === "jour") return { from: day + offset, to: day + offset };
  if (grain === "semaine") {
    const from = mondayOf(day) + offset * 7;
    return { from, to: from + 6 };
  }
  const months = MONTHS_IN[grain];
  const start = startOfMonths(monthOfDay(day), months, fiscalFirstMonth) + offset * months;
  return { from: firstDay(start), to: lastDay(start + months - 1) };
}

/** The n-th semester, quarter… of a fiscal year, which bears the number of the calendar year it starts in. */
export function unitOfYear(
  grain: "trimestre" | "semestre" | "annee",
  year: number,
  nth: number,
  fiscalFirstMonth: number,
): Unit {
  const start = monthIndex(year, fiscalFirstMonth) + (nth - 1) * MONTHS_IN[grain];
  return { from: firstDay(start), to: lastDay(start + MONTHS_IN[grain] - 1) };
}

/** An ISO 8601 week; undefined when the year has no such week. */
export function isoWeek(year: number, week: number): Unit | undefined {
  const from = mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7;
  return isoWeekOf(from).year === year && week >= 1 ? { from, to: from + 6 } : undefined;
}

export function isoWeekOf(day: EpochDay): { year: number; week: number } {
  const thursday = mondayOf(day) + THURSDAY;
  const year = yearOfMonth(monthOfDay(thursday));
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** Name of a unit as people read it: `2024-03-15`, `2024-W12`, `2024-03`, `2024-T1`, `2024-S1`, `2024`. */
export function unitLabel(grain: GrainId, day: EpochDay, fiscalFirstMonth: number): string {
  const { from } = unitOf(grain, day, fiscalFirstMonth);
  const month = monthOfDay(from);
  const fiscalYear = startOfMonths(month, 12, fiscalFirstMonth);
  const nth = (months: number) => (month - fiscalYear) / months + 1;
  switch (grain) {
    case "jour":
      return formatIsoDay(from);
    case "semaine": {
      const { year, week } = isoWeekOf(from);
      return `${year}-W${String(week).padStart(2, "0")}`;
    }
    case "mois":
      return formatIsoDay(from).slice(0, 7);
    case "trimestre":
      return `${yearOfMonth(fiscalYear)}-T${nth(3)}`;
    case "semestre":
      return `${yearOfMonth(fiscalYear)}-S${nth(6)}`;
    case "annee":
      return String(yearOfMonth(fiscalYear));
  }
}

/** True if a range is exactly one unit of a grain. */
export function isUnitOf(grain: GrainId, { from, to }: Unit, fiscalFirstMonth: number): boolean {
  const unit = unitOf(grain, from, fiscalFirstMonth);
  return unit.from === from && unit.to === to;
}
