import type { Scalar } from "../formula";
import type { Result } from "../sales/failure";

/** The value of a cell. Null is a cell with nothing to say: no target, no tier. */
export type CellScalar = Scalar;

/** Rows of equal length, at least one of each: Excel cannot spill less. */
export type CellMatrix = readonly (readonly CellScalar[])[];

export type CellValue = CellScalar | CellMatrix;

/** The answer of one call: a scalar, a block that spills, or a failure (see `cellError.ts`). */
export type CellAnswer = Result<CellValue>;

/**
 * An argument as Excel hands it over: a scalar, null or undefined where omitted, a matrix for a range, an array for
 * a repeating parameter.
 */
export type CellArgument = CellScalar | undefined | readonly CellArgument[];

export const isMatrix = (value: CellValue): value is CellMatrix => Array.isArray(value);
