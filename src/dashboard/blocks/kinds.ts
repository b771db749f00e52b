import type { Rectangle } from "../../sales/rectangle";
import type { Block } from "../declaration";
import { alerts } from "./alerts";
import { chart } from "./chart";
import { comparison } from "./comparison";
import { controls } from "./controls";
import type { BlockContext, BlockKind, Charted, Fragment, Measuring } from "./fragment";
import { list } from "./list";
import { pivot } from "./pivot";
import { table } from "./table";
import { tiles } from "./tiles";
import { title } from "./title";

/** Every kind of block; a new one is a file, a line here, and its declaration. */
const KINDS: { readonly [K in Block["kind"]]: BlockKind<Extract<Block, { kind: K }>> } = {
  title,
  controls,
  tiles,
  pivot,
  list,
  comparison,
  table,
  chart,
  alerts,
};

/** The kind that a block is of; TypeScript cannot see that key and block belong together. */
const kindOf = (block: Block): BlockKind<Block> => KINDS[block.kind] as unknown as BlockKind<Block>;

/** The least room a block needs. */
export const sizeOf = (
  block: Block,
  context: Measuring,
): { readonly rows: number; readonly columns: number } => ({
  rows: kindOf(block).rows(block, context),
  columns: kindOf(block).columns(block, context),
});

/** Places a block: its fragment of the sheet. */
export const place = (block: Block, spot: Rectangle, context: BlockContext): Fragment =>
  kindOf(block).place(block, spot, context);

/** A block's data for charts; undefined for a block that charts cannot draw. */
export const chartedOf = (block: Block, spot: Rectangle, context: Measuring): Charted | undefined =>
  kindOf(block).charted?.(block, spot, context);
