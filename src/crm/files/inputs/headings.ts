import { oneLine } from "../../../sales/fold";
import { headingWord, isKnownHeading } from "../columns/match";
import { plainWord } from "../values/plainWord";
import { type Cell, isBlank, textOf } from "./sheet";

/** Titles, filters and dates of print stand above the headings of an export; rarely more of them than this. */
export const ROWS_ABOVE = 30;

/**
 * Finds the row of headings among the first ones: the one with most cells that are usual headings, or chosen ones;
 * failing that the first with two cells. Undefined when all are blank.
 */
export function headingsRow(
  rows: readonly (readonly Cell[])[],
  chosen: ReadonlySet<string> = new Set(),
): number | undefined {
  let best: { row: number; known: number } | undefined;
  for (const [row, cells] of rows.slice(0, ROWS_ABOVE).entries()) {
    const known = knownCells(cells, chosen);
    if (known > (best?.known ?? 0)) best = { row, known };
  }
  if (best) return best.row;
  const wide = rows.findIndex((cells) => cells.filter((cell) => !isBlank(cell)).length > 1);
  const first = rows.findIndex((cells) => cells.some((cell) => !isBlank(cell)));
  return wide >= 0 ? wide : first >= 0 ? first : undefined;
}

/** How many distinct cells of a row are usual headings. */
export function knownCells(cells: readonly Cell[], chosen: ReadonlySet<string> = new Set()): number {
  const words = new Set(cells.map((cell) => headingWord(textOf(cell))));
  words.delete("");
  return [...words].filter((word) => chosen.has(word) || isKnownHeading(word)).length;
}

/** The headings of a row: trimmed, blank ones at the end left out, a repeated one numbered (`Date (2)`). */
export function headingsOf(cells: readonly Cell[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  const seen = new Map<string, number>();
  return cells.slice(0, last + 1).map((cell) => {
    const heading = oneLine(textOf(cell));
    const count = (seen.get(plainWord(heading)) ?? 0) + 1;
    seen.set(plainWord(heading), count);
    return count > 1 && heading !== "" ? `${heading} (${count})` : heading;
  });
}
