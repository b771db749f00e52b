import type { Text } from "../../sales/text";
import type { Band, Block, PlacedBlock, TilesBlock } from "../declaration";

/** Characters that a title and its notes need. */
const TITLE_WIDTH = 58;
/** Characters of a filter's name and of its choice. */
const LABEL_WIDTH = 9.4;
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

/** The cards under the head. */
export const tiles = (columns: number, halves: TilesBlock["halves"], cards: TilesBlock["cards"]): Band => ({
  blocks: [{ column: 0, columns, block: { kind: "tiles", halves, cards } }],
});

/**
 * The columns of all sheets but the first, in characters: names, then figures. At most 1,120 pixels with the margin:
 * a laptop of 1,536 pixels beside an open pane.
 */
export const FIGURES = [27.7, ...Array<number>(10).fill(12.2)];
/** The same for sheets with months side by side: names, twelve months, a total. */
export const MONTHS = [21, ...Array<number>(12).fill(9.4), 12.6];

/** Five cards on the first, four on the second. */
export const ON_FIGURES: TilesBlock["halves"] = [
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 1],
];
export const ON_MONTHS: TilesBlock["halves"] = [
  [1, 2],
  [2, 2],
  [2, 2],
  [2, 1],
];

/** A block in columns counted from the sheet's first. */
export const at = (column: number, columns: number, block: Block): PlacedBlock => ({
  column,
  columns,
  block,
});

/** Blocks side by side. */
export const row = (...blocks: readonly PlacedBlock[]): Band => ({ blocks });
