import { type EpochDay, formatIsoDay, fromExcelSerial, parseIsoDay } from "../../../sales/calendar";
import { plainWord } from "./plainWord";

const TIME = String.raw`(?:[T ,]+\d{1,2}[:hH]\d{2}.*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
/** Three numbers of which the last, or with two digits the first, may be the year. */
const TRIPLE = new RegExp(String.raw`^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const MOMENT = /T\d{2}:?\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/;
const NAMED = new RegExp(
  String.raw`^(?:[\p{L}.]+,? +)?(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(\p{L}+)\.?,?[-/. ]+(\d{4}|\d{2})${TIME}$`,
  "u",
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:\p{L}+,? +)?(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})${TIME}$`,
  "u",
);
/** Days of Excel from 1990 to 2100. */
const SERIAL = /^(3[2-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}|730\d{2})(?:[.,]\d+)?$/;
const CACHE_LIMIT = 20_000;
/** A date further in the future than this is rather misread than planned. */
const FAR_FUTURE_DAYS = 3 * 366;
const EARLIEST = "1970-01-01";

/** The order of day, month and year in dates of numbers. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["janvier", "janv", "jan", "january"],
    ["fevrier", "fevr", "fev", "february", "feb"],
    ["mars", "mar", "march"],
    ["avril", "avr", "april", "apr"],
    ["mai", "may"],
    ["juin", "june", "jun"],
    ["juillet", "juil", "jul", "july"],
    ["aout", "aou", "august", "aug"],
    ["septembre", "sept", "sep", "september"],
    ["octobre", "oct", "october"],
    ["novembre", "nov", "november"],
    ["decembre", "dec", "december"],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

/** The evidence against an order: cells that are no day under it, and days too far away. */
interface Evidence {
  impossible: number;
  implausible: number;
  /** Cells that stand before the one above them. */
  backward: number;
  last: string;
  first: string;
  latest: string;
}

/** Learns from a column's cells in which order day, month and year stand. */
export class DateProfile {
  private readonly evidence: Readonly<Record<DateOrder, Evidence>> = {
    dmy: noEvidence(),
    mdy: noEvidence(),
    ymd: noEvidence(),
  };
  private readonly latest: string;
  private triples = 0;
  private fourDigits = 0;
  private readonly seen = new Set<string>();

  constructor(dataDate: EpochDay) {
    this.latest = formatIsoDay(dataDate + FAR_FUTURE_DAYS);
  }

  observe(cell: string): void {
    if (this.seen.has(cell)) return;
    if (this.seen.size < CACHE_LIMIT) this.seen.add(cell);
    const parts = TRIPLE.exec(cell.trim());
    if (!parts) return;
    this.triples++;
    if (parts[4]?.length === 4) this.fourDigits++;
    for (const order of DATE_ORDERS) this.weigh(order, parts);
  }

  private weigh(order: DateOrder, parts: RegExpExecArray): void {
    const evidence = this.evidence[order];
    const day = fromTriple(parts, order);
    if (day === undefined) evidence.impossible++;
    else {
      if (day > this.latest || day < EARLIEST) evidence.implausible++;
      if (day < evidence.last) evidence.backward++;
      evidence.last = day;
      if (evidence.first === "" || day < evidence.first) evidence.first = day;
      if (day > evidence.latest) evidence.latest = day;
    }
  }

  /** True when any cell leaves the order open. */
  get isOpen(): boolean {
    return this.triples > 0;
  }

  /** The order that most cells prove; undefined when they prove nothing. */
  get proved(): DateOrder | undefined {
    return this.least((evidence) => evidence.impossible);
  }

  /**
   * The order that is likelier when nothing is proved: nearer to today, else within one month (an export of its first
   * days), else in order of time.
   */
  get likelier(): DateOrder | undefined {
    const far = (evidence: Evidence) => (evidence.impossible + evidence.implausible) * 2;
    return (
      this.least(far) ??
      this.least((evidence) => far(evidence) + (isWithinMonth(evidence) ? 0 : 1)) ??
      this.least((evidence) => far(evidence) + (evidence.backward > 0 ? 1 : 0))
    );
  }

  /** Cells that are no day under the order. */
  contradicting(order: DateOrder): number {
    return this.evidence[order].impossible;
  }

  private least(cost: (evidence: Evidence) => number): DateOrder | undefined {
    if (this.triples === 0) return undefined;
    const possible = DATE_ORDERS.filter((order) => order !== "ymd" || this.fourDigits < this.triples);
    const costs = possible.map((order) => cost(this.evidence[order]));
    const best = Math.min(...costs);
    const winners = possible.filter((_, at) => costs[at] === best);
    return winners.length === 1 ? winners[0] : undefined;
  }
}

const noEvidence = (): Evidence => ({
  impossible: 0,
  implausible: 0,
  backward: 0,
  last: "",
  first: "",
  latest: "",
});

const isWithinMonth = ({ first, latest }: Evidence): boolean => first.slice(0, 7) === latest.slice(0, 7);

/**
 * Dates as people write them → `2024-03-15`, or undefined when it is no existing day. A time of day is left out, but a
 * moment with an offset stays whole: the day it is depends on the company's time zone.
 */
export function dateReader(order: DateOrder): (cell: string) => string | undefined {
  const seen = new Map<string, string | undefined>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const day = dayText(cell.trim(), order);
    if (seen.size < CACHE_LIMIT) seen.set(cell, day);
    return day;
  };
}

function dayText(text: string, order: DateOrder): string | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return MOMENT.test(text) ? text : existing(yearFirst[1], yearFirst[3], yearFirst[4]);
  if (MOMENT.test(text)) return text;
  const digits = DIGITS.exec(text);
  if (digits) return existing(digits[1], digits[2], digits[3]);
  const triple = TRIPLE.exec(text);
  if (triple) return fromTriple(triple, order);
  const named = NAMED.exec(text);
  if (named) return existing(fullYear(named[3]), monthNumber(named[2]), named[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return existing(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return SERIAL.test(text) ? serialDay(Number(text.replace(",", "."))) : undefined;
}

/** The day of an Excel serial number. */
export const serialDay = (serial: number): string => formatIsoDay(fromExcelSerial(Math.floor(serial)));

function fromTriple(parts: RegExpExecArray, order: DateOrder): string | undefined {
  const [, one, , two, three] = parts;
  if (three?.length === 4 && order === "ymd") return undefined;
  if (order === "dmy") return existing(fullYear(three), two, one);
  if (order === "mdy") return existing(fullYear(three), one, two);
  return one?.length === 2 ? existing(fullYear(one), two, three) : undefined;
}

const fullYear = (year: string | undefined): string => (year?.length === 2 ? `20${year}` : (year ?? ""));

const monthNumber = (name: string | undefined): string => String(MONTHS.get(plainWord(name ?? "")) ?? 0);

function existing(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return parseIsoDay(text) === undefined ? undefined : text;
}
