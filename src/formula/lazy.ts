import { type Cell, each, isFault, type Matrix, single } from "./cells";
import { truthOf } from "./coerce";
import { errorCode } from "./errorCode";

/** Computes an argument; undefined while an answer it needs is missing. */
type Argument = () => Matrix | undefined;

/** A function that computes only the arguments it chooses. */
export interface LazyFunction {
  /** Counts of arguments it takes. */
  readonly arity: readonly [least: number, most: number];
  readonly apply: (args: readonly Argument[]) => Matrix | undefined;
}

const NOTHING: Argument = () => single(null);

/** Replaces the cells whose error is caught by the other argument's; errors not caught stay. */
const otherwise =
  (isCaught: (cell: Cell) => boolean): LazyFunction["apply"] =>
  ([value = NOTHING, instead = NOTHING]) => {
    const block = value();
    if (!block?.some((line) => line.some(isCaught))) return block;
    const other = instead();
    return other && each((cell, spare) => (isCaught(cell) ? spare : cell), block, other);
  };

export const LAZY_FUNCTIONS: Readonly<Record<string, LazyFunction>> = {
  IF: {
    arity: [2, 3],
    apply: ([condition = NOTHING, yes = NOTHING, no = () => single(false)]) => {
      const block = condition();
      if (!block) return undefined;
      const holds = each(truthOf, block);
      const cells = holds.flat();
      if (cells.length === 1) return isFault(cells[0]) ? holds : cells[0] ? yes() : no();
      const first = cells.includes(true) ? yes() : single(null);
      const second = cells.includes(false) ? no() : single(null);
      return first && second && each(chosen, holds, first, second);
    },
  },
  IFERROR: { arity: [2, 2], apply: otherwise(isFault) },
  IFNA: {
    arity: [2, 2],
    apply: otherwise((cell) => isFault(cell) && errorCode(cell.failure) === "#N/A"),
  },
};

const chosen = (holds: Cell, yes: Cell, no: Cell): Cell => (isFault(holds) ? holds : holds ? yes : no);
