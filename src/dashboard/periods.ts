import { type EpochDay, formatIsoDay } from "../sales/calendar";
import type { Language } from "../sales/text";

const YEARS_BACK = 2;
const QUARTER_LETTER: Readonly<Record<Language, string>> = { fr: "T", en: "Q" };

/** The first content of the period cell: the data's year. */
export const defaultPeriod = (dataDate: EpochDay): string => formatIsoDay(dataDate).slice(0, 4);

/**
 * The periods that the period cell offers; others may be typed. Stays far below the 255 characters of a list in a
 * cell's rule.
 */
export function periodChoices(dataDate: EpochDay, language: Language): readonly string[] {
  const year = Number(defaultPeriod(dataDate));
  const month = Number(formatIsoDay(dataDate).slice(5, 7));
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-${QUARTER_LETTER[language]}${quarter}`);
  const months = Array.from({ length: month }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(year - back));
  return [...years, "CUMUL", "12M", "T", "M", "M-1", ...quarters, ...months];
}
