/** A calendar date without time zone, as days since 1970-01-01. */
export type EpochDay = number;

/** Marks an empty date in a column of days. */
export const NO_DAY: EpochDay = -2_147_483_648;

export const MILLISECONDS_A_DAY = 86_400_000;

/** Years that a bare number in a cell may mean; beyond, it is one of Excel's days. */
export const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Tells a year typed into a cell from one of Excel's days of 1905. */
export const isYearNumber = (cell: number): boolean =>
  Number.isInteger(cell) && cell >= FIRST_YEAR && cell <= LAST_YEAR;

/** Excel's serial of 1970-01-01 in the 1900 date system. */
export const EXCEL_EPOCH_OFFSET = 25_569;

/** `2024-03-15` → epoch day; undefined when the text is not exactly an existing ISO calendar date. */
export function parseIsoDay(text: string): EpochDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatIsoDay(day) === text ? day : undefined;
}

/** Epoch day → `2024-03-15`. */
export const formatIsoDay = (day: EpochDay): string => startOfDay(day).toISOString().slice(0, 10);

/** Year, month 1–12 and day of the month → epoch day; months and days beyond their range roll over. */
export const dayOf = (year: number, month: number, day: number): EpochDay =>
  dayOfMoment(Date.UTC(year, month - 1, day));

/** Milliseconds since 1970 → the day it is then in UTC. */
export const dayOfMoment = (milliseconds: number): EpochDay => Math.floor(milliseconds / MILLISECONDS_A_DAY);

/** The first moment of a day in UTC: whose `getUTC…` tell its parts. */
export const startOfDay = (day: EpochDay): Date => new Date(day * MILLISECONDS_A_DAY);

export const toExcelSerial = (day: EpochDay): number => day + EXCEL_EPOCH_OFFSET;
export const fromExcelSerial = (serial: number): EpochDay => Math.floor(serial) - EXCEL_EPOCH_OFFSET;
