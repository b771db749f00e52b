import { type Cell, each, isFault, type Matrix } from "../cells";

/** A function of Excel on values that are all known. */
export interface SheetFunction {
  /** Counts of arguments it takes. */
  readonly arity: readonly [least: number, most: number];
  readonly apply: (...blocks: Matrix[]) => Matrix;
}

export type SheetFunctions = Readonly<Record<string, SheetFunction>>;

/** Excel takes no more arguments. */
export const MANY = 255;

/** A function of single cells; blocks are answered cell by cell. */
export const perCell = (least: number, most: number, apply: (...cells: Cell[]) => Cell): SheetFunction => ({
  arity: [least, most],
  apply: (...blocks) => each(apply, ...blocks),
});

/** A function of whole blocks. An argument that is one error is the answer, as in Excel. */
export const ofBlocks = (
  least: number,
  most: number,
  apply: (...blocks: Matrix[]) => Matrix,
): SheetFunction => ({
  arity: [least, most],
  apply: (...blocks) => blocks.find(isOneFault) ?? apply(...blocks),
});

const isOneFault = (block: Matrix): boolean =>
  block.length === 1 && block[0]?.length === 1 && isFault(block[0][0]);
