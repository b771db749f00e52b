import { dayOfMoment, type EpochDay, parseIsoDay } from "../../sales/calendar";

const DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;
/** A CRM that writes moments without a zone means UTC: `2024-03-15 22:30:00`. */
const UNZONED = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/;

/**
 * The calendar day of a moment where the company works: a deal won at 22:30 UTC was won the next day in Paris.
 * `2024-03-15` stays that day; what is no moment is handed back as it is, for validation to judge.
 */
export type DayOfMoment = (moment: string | null | undefined) => string | undefined;

/** `timeZone` is an IANA name; one that nobody knows counts as UTC. */
export function daysIn(timeZone: string): DayOfMoment {
  const format = formatOf(timeZone);
  return (moment) => {
    if (moment === null || moment === undefined || moment === "") return undefined;
    if (DAY_ALONE.test(moment)) return moment;
    const milliseconds = Date.parse(moment.replace(UNZONED, "$1T$2Z"));
    return Number.isNaN(milliseconds) ? moment : format.format(milliseconds);
  };
}

/** Today there, by a clock in milliseconds since 1970. */
export function todayIn(timeZone: string, clock: number): EpochDay {
  return parseIsoDay(formatOf(timeZone).format(clock)) ?? dayOfMoment(clock);
}

/** Swedish writes dates as ISO 8601 does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone });
  } catch {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" });
  }
}
