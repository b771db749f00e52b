/**
 * The time zone of a Dolibarr server. It gives a date without time as the second at which that day begins there, so
 * the dates themselves tell the zone: the one in which all of them are midnights.
 */
export interface ServerZone {
  readonly timeZone: string;
  /** Whether dates told it; else it is a guess. */
  readonly told: boolean;
}

const A_DAY = 86_400;
const NOON = A_DAY / 2;

/** `midnights`: seconds since 1970, as dates without time came. `guess`: what to take when several zones fit. */
export function serverZone(midnights: readonly number[], guess: string): ServerZone {
  const likely = [guess, "Europe/Paris", "UTC"];
  const fits = (timeZone: string) => midnights.every((second) => isMidnight(timeZone, second));
  const found =
    midnights.length === 0 ? undefined : [...likely, ...Intl.supportedValuesOf("timeZone")].find(fits);
  return { timeZone: found ?? guess, told: found !== undefined };
}

/** The calendar day of a date without time, whatever the zone: its midnight is within half a day of UTC's. */
export const plainDay = (second: number): string =>
  new Date(Math.floor((second + NOON) / A_DAY) * A_DAY * 1_000).toISOString().slice(0, 10);

/** A moment as a database of that zone writes it: `2026-11-23 11:00:00`. */
export const wallClock = (timeZone: string, second: number): string =>
  new Date((second + offsetAt(timeZone, second)) * 1_000).toISOString().slice(0, 19).replace("T", " ");

const isMidnight = (timeZone: string, second: number): boolean =>
  (second + offsetAt(timeZone, second)) % A_DAY === 0;

/** How many seconds a zone is ahead of UTC at a moment. */
export function offsetAt(timeZone: string, second: number): number {
  const parts = formatOf(timeZone).formatToParts(second * 1_000);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return wall / 1_000 - second;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}
