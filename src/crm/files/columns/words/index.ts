import { DATE_WORDS } from "./dates";
import { MONEY_WORDS } from "./money";
import { OTHER_WORDS } from "./others";
import { REFERENCE_WORDS } from "./references";

/**
 * Usual headings of each field, those that say it best first. The code name and the captions of the schema come before
 * all of them. `order_lines.id` is for one table alone.
 */
export const FIELD_WORDS: Readonly<Record<string, readonly string[]>> = {
  ...REFERENCE_WORDS,
  ...DATE_WORDS,
  ...MONEY_WORDS,
  ...OTHER_WORDS,
};
