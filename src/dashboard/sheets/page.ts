import type { Text } from "../../sales/text";
import type { Band, Block, PlacedBlock, TilesBlock } from "../declaration";

/** Characters that a title and its notes need. */
const TITLE_WIDTH = 58;
/** Characters of a filter's name and of its choice. */
const LABEL_WIDTH = 10;
const FIELD_WIDTH = 14;

/**
 * The head of every sheet: its title, and beside it the cells that drive all of them: near the left, so that an open
 * pane does not hide them on a small screen. `widths`: of the sheet's columns, in characters.
 */
export function head(text: Text, widths: readonly number[]): Band {
  const width = (from: number, to: number): number =>
    widths.slice(from, to).reduce((sum, each) => sum + each, 0);
  const label = widths.findIndex((each, at) => each >= LABEL_WIDTH && width(0, at) >= TITLE_WIDTH);
  const end = widths.findIndex((_, at) => at > label && width(label + 1, at + 1) >= FIELD_WIDTH) + 1;
  if (label < 0 || end === 0)
    throw new Error("The columns are too few or too narrow for a title and the filters");
  return {
    blocks: [
      { column: 0, columns: label, block: { kind: "title", text } },
      { column: label, columns: end - label, block: { kind: "controls" } },
    ],
  };
}

/** The cards under the head: one for each of the first rows of the sheet's scores, which are called `keys`. */
export const tiles = (columns: number, halves: TilesBlock["halves"]): Band => ({
  blocks: [{ column: 0, columns, block: { kind: "tiles", scores: "keys", first: 0, halves } }],
});

/** A block in columns counted from the sheet's first. */
export const at = (column: number, columns: number, block: Block): PlacedBlock => ({
  column,
  columns,
  block,
});

/** Blocks side by side. */
export const row = (...blocks: readonly PlacedBlock[]): Band => ({ blocks });

/** Blocks side by side, at the top of a new page when printed. */
export const overleaf = (...blocks: readonly PlacedBlock[]): Band => ({ blocks, newPage: true });
