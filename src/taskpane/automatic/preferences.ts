import { keptText } from "../webStorage";

/** A person's schedule for automatic refreshes; off by default. */
export interface RefreshPreferences {
  readonly onOpen: boolean;
  /** A time of day in the person's time zone, `08:30`; absent for none. */
  readonly at?: string;
}

export interface KeptPreferences {
  read(): RefreshPreferences;
  write(preferences: RefreshPreferences): void;
}

const KEY = "vigie.refresh";
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const NO_PREFERENCES: RefreshPreferences = { onOpen: false };

/** `8h30`, `8:30` and `0830` as a person types them → `08:30`; undefined for anything else. */
export function timeOfDay(typed: string): string | undefined {
  const [, hours = "", minutes = ""] = /^\s*(\d{1,2})\s*[h:.]?\s*(\d{2})?\s*$/i.exec(typed) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes.padEnd(2, "0")}`;
  return hours && TIME.test(time) ? time : undefined;
}

/** Kept on this machine for this person, not in the workbook: a copy sent to a colleague must not refresh by itself. */
export function storedPreferences(storage: () => Storage): KeptPreferences {
  const kept = keptText(storage, KEY);
  return {
    read: () => parse(kept.read()),
    write: ({ onOpen, at }) => {
      const isOff = !onOpen && at === undefined;
      kept.write(isOff ? "" : JSON.stringify({ onOpen, ...(at !== undefined && { at }) }));
    },
  };
}

function parse(text: string): RefreshPreferences {
  try {
    const { onOpen, at } = JSON.parse(text || "{}");
    return { onOpen: onOpen === true, ...(TIME.test(at) && { at }) };
  } catch {
    return NO_PREFERENCES;
  }
}

/** The next moment after `now` (both milliseconds since 1970) at which the clock on the wall shows `at`. */
export function nextMoment(at: string, now: number): number {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  const today = new Date(now);
  const moment = new Date(today.getFullYear(), today.getMonth(), today.getDate(), hours, minutes);
  if (moment.getTime() > now) return moment.getTime();
  // By the calendar, not by 24 hours: twice a year a day has 23 or 25.
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1, hours, minutes).getTime();
}
