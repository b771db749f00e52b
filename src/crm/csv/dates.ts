import { parseIsoDay } from "../../sales/calendar";

const TIME = String.raw`(?:[T ,]+\d{1,2}[:hH]\d{2}.*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const CACHE_LIMIT = 20_000;

/** Learns from a column's cells whether the day or the month comes first. */
export class DateProfile {
  private dayFirst = 0;
  private monthFirst = 0;
  private readonly seen = new Set<string>();

  observe(cell: string): void {
    if (this.seen.has(cell)) return;
    if (this.seen.size < CACHE_LIMIT) this.seen.add(cell);
    const parts = YEAR_LAST.exec(cell.trim());
    if (!parts) return;
    if (Number(parts[1]) > 12) this.dayFirst++;
    else if (Number(parts[3]) > 12) this.monthFirst++;
  }

  /** `month` only where the data proves it; undefined when it proves nothing. */
  get order(): "day" | "month" | undefined {
    if (this.dayFirst > 0) return "day";
    return this.monthFirst > 0 ? "month" : undefined;
  }
}

/** Dates as people write them → `2024-03-15`, or undefined when it is no existing day. Times are left out. */
export function dateReader(first: "day" | "month"): (cell: string) => string | undefined {
  const seen = new Map<string, string | undefined>();
  return (cell) => {
    if (seen.has(cell)) return seen.get(cell);
    const day = isoDay(cell.trim(), first);
    if (seen.size < CACHE_LIMIT) seen.set(cell, day);
    return day;
  };
}

function isoDay(text: string, first: "day" | "month"): string | undefined {
  const yearFirst = YEAR_FIRST.exec(text) ?? DIGITS.exec(text);
  if (yearFirst) {
    const [year, month, day] =
      yearFirst.length === 5 ? [yearFirst[1], yearFirst[3], yearFirst[4]] : yearFirst.slice(1);
    return existing(year!, month!, day!);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return undefined;
  const [, one, , two, year] = yearLast as unknown as [string, string, string, string, string];
  const fullYear = year.length === 2 ? `20${year}` : year;
  return first === "day" ? existing(fullYear, two, one) : existing(fullYear, one, two);
}

function existing(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseIsoDay(text) === undefined ? undefined : text;
}
