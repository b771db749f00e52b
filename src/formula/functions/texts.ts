import { type Cell, fault, isFault, single } from "../cells";
import { numberOf, ofTexts, textOf } from "../coerce";
import { MANY, ofBlocks, perCell, type SheetFunctions } from "./declaration";

/** A part of a text by counted characters; a negative count is `#VALUE!`. */
const part =
  (take: (text: string, ...counts: number[]) => string) =>
  (cell: Cell, ...counted: Cell[]): Cell => {
    const text = textOf(cell);
    const counts = counted.map(numberOf);
    const broken = [text, ...counts].find(isFault);
    if (broken) return broken;
    const whole = (counts as number[]).map(Math.trunc);
    return whole.some((count) => count < 0) ? fault("argument-invalid") : take(text as string, ...whole);
  };

const joined = (cells: readonly Cell[], separator: string): Cell => {
  const texts = cells.map(textOf);
  return texts.find(isFault) ?? texts.join(separator);
};

/** `SUBSTITUTE(text, old, new)`; with a place, only that occurrence, counted from 1. */
const substitute = ofTexts((text, old, replacement, place) => {
  if (old === "") return text;
  if (place === undefined) return text.replaceAll(old, replacement);
  const pieces = text.split(old);
  const at = Math.trunc(Number(place));
  if (!(at >= 1)) return fault("argument-invalid", { argument: place });
  if (at >= pieces.length) return text;
  return pieces.slice(0, at).join(old) + replacement + pieces.slice(at).join(old);
});

/** `SEARCH(wanted, text, start)`: the place from 1, whatever the case; `?`, `*` and `~` as in Excel. `#VALUE!` where it is not there. */
const search = ofTexts((wanted, text, start = "1") => {
  const from = Math.trunc(Number(start)) - 1;
  if (!(from >= 0)) return fault("argument-invalid", { argument: start });
  const pattern = wanted.replace(/~([?*~])|[\\^$.|?*+()[\]{}]/g, (found, escaped?: string) => {
    if (escaped !== undefined) return escaped === "~" ? escaped : `\\${escaped}`;
    return found === "?" ? "." : found === "*" ? ".*" : `\\${found}`;
  });
  const at = text.slice(from).search(new RegExp(pattern, "isu"));
  return at < 0 ? fault("argument-invalid", { argument: wanted }) : at + from + 1;
});

export const TEXTS: SheetFunctions = {
  SEARCH: perCell(2, 3, search),
  CONCAT: ofBlocks(1, MANY, (...blocks) => single(joined(blocks.flat(2), ""))),
  TEXTJOIN: ofBlocks(3, MANY, (separator, ignores, ...blocks) => {
    const between = textOf(separator?.[0]?.[0] ?? null);
    if (isFault(between)) return single(between);
    const cells = blocks.flat(2);
    const skipsBlanks = ignores?.[0]?.[0] !== false;
    return single(
      joined(skipsBlanks ? cells.filter((cell) => cell !== null && cell !== "") : cells, between),
    );
  }),
  LEFT: perCell(
    1,
    2,
    part((text, count = 1) => text.slice(0, count)),
  ),
  RIGHT: perCell(
    1,
    2,
    part((text, count = 1) => text.slice(Math.max(0, text.length - count))),
  ),
  MID: perCell(3, 3, (text, start, count) =>
    start === 0
      ? fault("argument-invalid")
      : part((whole, first = 1, length = 0) => whole.slice(first - 1, first - 1 + length))(
          text,
          start,
          count,
        ),
  ),
  LEN: perCell(
    1,
    1,
    ofTexts((text) => text.length),
  ),
  TRIM: perCell(
    1,
    1,
    ofTexts((text) => text.trim().replace(/ +/g, " ")),
  ),
  UPPER: perCell(
    1,
    1,
    ofTexts((text) => text.toUpperCase()),
  ),
  LOWER: perCell(
    1,
    1,
    ofTexts((text) => text.toLowerCase()),
  ),
  SUBSTITUTE: perCell(3, 4, substitute),
  /** `HYPERLINK(address, shown)`: the value of what it shows. */
  HYPERLINK: perCell(1, 2, (address, shown = address) => shown),
};
