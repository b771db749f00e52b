import type { CellScalar } from "../cell";

/** A formula once read. An argument left out is the literal null. */
export type Expression =
  | { readonly kind: "literal"; readonly value: CellScalar }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  /** A workbook's name: `Vigie_Periode`. */
  | { readonly kind: "name"; readonly name: string }
  /** A cell of the same sheet, counted from 0. */
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly text: string }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Lowest precedence first; each level reads from left to right. */
export const PRECEDENCE = [["=", "<>", "<=", ">=", "<", ">"], ["&"], ["+", "-"], ["*", "/"]] as const;

export type Operator = (typeof PRECEDENCE)[number][number];
