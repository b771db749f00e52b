import {
  dayOf,
  type EpochDay,
  FIRST_YEAR,
  fromExcelSerial,
  isYearNumber,
  parseIsoDay,
} from "../sales/calendar";
import { failed, type Result, success } from "../sales/failure";
import type { GrainId } from "./definition";
import { isoWeek, type Unit, unitOf, unitOfYear } from "./grain";
import { monthNamed } from "./monthNames";
import { firstDay, lastDay, monthIndex, monthOfDay } from "./months";
import type { DayRange } from "./source";

/** Facts that a period's text depends on: the data's date and the fiscal year's first month (1–12). */
export interface PeriodContext {
  readonly dataDate: EpochDay;
  readonly fiscalFirstMonth: number;
}

/** Shown when a period cannot be read: one example of each syntax. */
export const PERIOD_EXAMPLES = [
  "2024",
  "2024-S1",
  "2024-T1",
  "2024-03",
  "03/2024",
  "2024-W12",
  "2024-03-15",
  "15/03/2024",
  "2024-01..2024-06",
  "J",
  "S",
  "M",
  "M-1",
  "T-4",
  "A-1",
  "CUMUL",
  "12M",
] as const;

interface Syntax {
  readonly pattern: RegExp;
  /** Undefined when the text has the right form but names nothing: month 13, 30 February. */
  read(parts: readonly string[], context: PeriodContext): Unit | undefined;
}

const RELATIVE_GRAINS: Readonly<Record<string, GrainId>> = {
  J: "jour",
  D: "jour",
  S: "semaine",
  W: "semaine",
  M: "mois",
  T: "trimestre",
  Q: "trimestre",
  A: "annee",
  Y: "annee",
};

const oneDay = (day: EpochDay | undefined): Unit | undefined =>
  day === undefined ? undefined : { from: day, to: day };

const SYNTAXES: readonly Syntax[] = [
  {
    pattern: /^(\d{4})$/,
    read: ([year], context) => unitOfYear("annee", Number(year), 1, context.fiscalFirstMonth),
  },
  {
    pattern: /^(\d{4})-S([12])$/,
    read: ([year, nth], context) =>
      unitOfYear("semestre", Number(year), Number(nth), context.fiscalFirstMonth),
  },
  {
    pattern: /^(\d{4})-[QT]([1-4])$/,
    read: ([year, nth], context) =>
      unitOfYear("trimestre", Number(year), Number(nth), context.fiscalFirstMonth),
  },
  {
    pattern: /^(\d{4})-(0[1-9]|1[0-2])$/,
    read: ([year, month]) => unitOf("mois", dayOf(Number(year), Number(month), 1), 1),
  },
  {
    pattern: /^(0?[1-9]|1[0-2])\/(\d{4})$/,
    read: ([month, year]) => unitOf("mois", dayOf(Number(year), Number(month), 1), 1),
  },
  {
    pattern: /^([A-ZÀ-Ý]+)\.? (\d{4})$/,
    read: ([name = "", year]) => {
      const month = monthNamed(name);
      return month > 0 ? unitOf("mois", dayOf(Number(year), month, 1), 1) : undefined;
    },
  },
  {
    pattern: /^([QTS])([1-4]) (\d{4})$/,
    read: ([letter, nth, year], context) => readOne(`${year}-${letter}${nth}`, context),
  },
  { pattern: /^(\d{4})-W(\d{2})$/, read: ([year, week]) => isoWeek(Number(year), Number(week)) },
  { pattern: /^(\d{4}-\d{2}-\d{2})$/, read: ([day]) => oneDay(parseIsoDay(day ?? "")) },
  {
    pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    read: ([day = "", month = "", year]) =>
      oneDay(parseIsoDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)),
  },
  {
    pattern: /^([JDSWMTQAY])(?:([+-]\d{1,4}))?$/,
    read: ([letter = "", offset = "0"], context) =>
      unitOf(RELATIVE_GRAINS[letter] ?? "jour", context.dataDate, context.fiscalFirstMonth, Number(offset)),
  },
  {
    pattern: /^(?:CUMUL|YTD)$/,
    read: (_, { dataDate, fiscalFirstMonth }) => ({
      from: unitOf("annee", dataDate, fiscalFirstMonth).from,
      to: dataDate,
    }),
  },
  {
    pattern: /^([1-9]\d?)M$/,
    read: ([count], { dataDate }) => {
      const current = monthOfDay(dataDate);
      return { from: firstDay(current - Number(count)), to: lastDay(current - 1) };
    },
  },
];

const EARLIEST_DAY = firstDay(monthIndex(FIRST_YEAR, 1));

function readOne(text: string, context: PeriodContext): Unit | undefined {
  for (const { pattern, read } of SYNTAXES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const unit = read(match.slice(1), context);
    return unit && unit.from >= EARLIEST_DAY ? unit : undefined;
  }
  return undefined;
}

function readText(text: string, context: PeriodContext): Unit | undefined {
  const [first = "", last, ...rest] = text.split("..").map((end) => end.trim());
  const start = readOne(first, context);
  if (last === undefined || !start) return start;
  const end = readOne(last, context);
  if (!end || rest.length > 0 || end.to < start.from) return undefined;
  return { from: start.from, to: end.to };
}

/** Excel's days that a period may be: other numbers (`202403`, `3`) are no dates. */
const FIRST_SERIAL_DAY = dayOf(1990, 1, 1);
const LAST_SERIAL_DAY = dayOf(2100, 12, 31);

function readNumber(value: number): string | Unit | undefined {
  if (isYearNumber(value)) return String(value);
  const day = fromExcelSerial(value);
  return day >= FIRST_SERIAL_DAY && day <= LAST_SERIAL_DAY ? oneDay(day) : undefined;
}

/**
 * Reads a period of kpi-semantics §3, whatever its case, into days (both ends included).
 * Empty or absent is all data: a range without ends. A whole number from 1900 to 2199 is the year a
 * person typed into a cell; an Excel date of 1990 to 2100 is its day, and no other number is a period.
 * Fails with `period-syntax` {period, possible}.
 */
export function parsePeriod(period: string | number | undefined, context: PeriodContext): Result<DayRange> {
  if (period === undefined) return success({});
  const read = typeof period === "number" ? readNumber(period) : period.trim().toUpperCase();
  if (read === "") return success({});
  const range = typeof read === "string" ? readText(read, context) : read;
  return range
    ? success(range)
    : failed("period-syntax", { period: String(period), possible: PERIOD_EXAMPLES });
}
