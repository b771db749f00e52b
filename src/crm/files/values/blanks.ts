/** Marks that exports write where they have nothing to say. */
const NOTHING = new Set([
  "n/a",
  "#n/a",
  "#na",
  "na",
  "n.a.",
  "n.c.",
  "nc",
  "null",
  "none",
  "nan",
  "-",
  "--",
  "—",
  "–",
  "?",
  "(vide)",
  "(blank)",
  "#value!",
  "#valeur!",
  "#ref!",
  "#div/0!",
]);

/** Most cells of numbers and dates; none of the words does. */
const BEGINS_WITH_DIGIT = /^\d/;

/** Words that stand for a missing number or date; a text may well be called so. */
export const meansNothing = (cell: string): boolean =>
  !BEGINS_WITH_DIGIT.test(cell) && NOTHING.has(cell.trim().toLowerCase());

/** A zero of accounting formats: `-   €`, `- €`. */
export const isAccountingZero = (cell: string): boolean =>
  /^[-–—][\s\u00a0\u202f]*(?:€|\$|£|EUR|USD|GBP|CHF)$/i.test(cell.trim());
