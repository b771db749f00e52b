import type { Text } from "../../sales/text";
import type { Band, Block, PlacedBlock, TilesBlock } from "../declaration";

/** The head of every sheet: its title, and at the right the cells that drive all of them. */
export const head = (text: Text, columns: number, controls: number): Band => ({
  blocks: [
    { column: 0, columns: columns - controls, block: { kind: "title", text } },
    { column: columns - controls, columns: controls, block: { kind: "controls" } },
  ],
});

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
