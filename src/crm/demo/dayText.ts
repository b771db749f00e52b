import { type EpochDay, formatIsoDay } from "../../sales/calendar";

// Three years of days serve millions of rows.
const texts = new Map<EpochDay, string>();

/** An epoch day as `2024-03-15`. */
export function dayText(day: EpochDay): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = formatIsoDay(day);
    texts.set(day, text);
  }
  return text;
}
