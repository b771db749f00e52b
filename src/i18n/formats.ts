import { type EpochDay, startOfDay } from "../sales/calendar";
import type { Language } from "../sales/text";

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-US" };

/** Figures and dates as people of a language write them. Shares are 0–1, days have no time zone. */
export interface Formats {
  readonly count: (value: number) => string;
  readonly number: (value: number) => string;
  /** 0.125 → `12,5 %` */
  readonly percent: (share: number) => string;
  readonly money: (amount: number) => string;
  /** To the cent, for a figure that somebody checks. */
  readonly cents: (amount: number) => string;
  /** `23/11/2026`, `11/23/2026` */
  readonly day: (day: EpochDay) => string;
  /** `lundi 23 novembre 2026` */
  readonly longDay: (day: EpochDay) => string;
  /** An ISO 8601 moment, in the reader's time zone. */
  readonly moment: (iso: string) => string;
  /** The time of day alone, `08:27`, in the reader's time zone. */
  readonly time: (iso: string) => string;
}

const made = new Map<string, Formats>();

/** The formats of a language; `currency` is an ISO 4217 code. Intl objects are costly: each set is made once. */
export function formatsOf(language: Language, currency = "EUR"): Formats {
  const key = `${language} ${currency}`;
  const formats = made.get(key) ?? make(LOCALES[language], currency);
  made.set(key, formats);
  return formats;
}

function make(locale: string, currency: string): Formats {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { style: "currency", currency });
  const numeric = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const day = new Intl.DateTimeFormat(locale, { ...numeric, timeZone: "UTC" });
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { ...numeric, hour: "2-digit", minute: "2-digit" });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  return {
    count: (value) => count.format(value),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (amount) => money.format(amount),
    cents: (amount) => cents.format(amount),
    day: (value) => day.format(startOfDay(value)),
    longDay: (value) => longDay.format(startOfDay(value)),
    moment: (iso) => moment.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
  };
}
