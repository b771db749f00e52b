import { type Cell, type Fault, fault, isFault, type Scalar } from "./cells";

/** Excel computes with fifteen digits. */
const DIGITS = 15;
const NUMBER = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(%?)\s*$/i;

/** A number as Excel takes it: a blank is 0, TRUE 1, a text that reads as a number that number; else `#VALUE!`. */
export function numberOf(cell: Cell): number | Fault {
  if (typeof cell === "number" || isFault(cell)) return cell;
  if (typeof cell !== "string") return Number(cell);
  const [, digits, percent] = NUMBER.exec(cell) ?? [];
  if (digits === undefined) return fault("argument-invalid", { argument: cell });
  return percent ? Number(digits) / 100 : Number(digits);
}

/** A text as Excel writes it in a formula: `TRUE`, numbers to fifteen digits. */
export function textOf(cell: Cell): string | Fault {
  if (typeof cell === "string" || isFault(cell)) return cell;
  if (typeof cell === "number") return String(Number(cell.toPrecision(DIGITS)));
  return cell === null ? "" : String(cell).toUpperCase();
}

/** A condition: numbers but 0 hold, a blank does not; a text other than TRUE or FALSE is `#VALUE!`. */
export function truthOf(cell: Cell): boolean | Fault {
  if (isFault(cell) || typeof cell === "boolean") return cell;
  if (typeof cell !== "string") return cell !== null && cell !== 0;
  if (/^(true|vrai)$/i.test(cell)) return true;
  return /^(false|faux)$/i.test(cell) ? false : fault("argument-invalid", { argument: cell });
}

/** A function of numbers: an error among the cells, or a text that is no number, is its answer. */
export const ofNumbers =
  (apply: (...numbers: number[]) => Cell) =>
  (...cells: Cell[]): Cell =>
    checked(cells.map(numberOf), apply);

/** A function of texts. */
export const ofTexts =
  (apply: (...texts: string[]) => Cell) =>
  (...cells: Cell[]): Cell =>
    checked(cells.map(textOf), apply);

function checked<T>(values: readonly (T | Fault)[], apply: (...values: T[]) => Cell): Cell {
  const broken = values.find(isFault);
  if (broken) return broken;
  const answer = apply(...(values as T[]));
  return typeof answer === "number" && !Number.isFinite(answer) ? fault("number-invalid") : answer;
}

const { compare } = new Intl.Collator("fr");
const RANKS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** A blank beside something is the nothing of its kind: 0, "" or FALSE. */
const blankBeside = (other: Scalar): Scalar =>
  typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;

/** Compares two cells as `=` does: texts whatever their case. */
export const isSame = (one: Scalar, other: Scalar): boolean => {
  const [a, b] = [one ?? blankBeside(other), other ?? blankBeside(one)];
  return typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : a === b;
};

/** Excel's order: numbers, then texts by the alphabet, then FALSE and TRUE. Below 0 when the first comes first. */
export function inOrder(one: Scalar, other: Scalar): number {
  const [a, b] = [one ?? blankBeside(other), other ?? blankBeside(one)];
  if (typeof a === "string" && typeof b === "string") return isSame(a, b) ? 0 : compare(a, b);
  if (typeof a === typeof b) return Number(a) - Number(b);
  return RANKS[typeof a]! - RANKS[typeof b]!;
}
