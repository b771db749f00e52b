import type { Scalar } from "../model";

/** A formula once read. An argument left out is the literal null. */
export type Node =
  | { readonly kind: "literal"; readonly value: Scalar }
  | { readonly kind: "name"; readonly name: string }
  /** Cells of the same sheet, counted from 0. */
  | {
      readonly kind: "cells";
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Node; readonly right: Node };

/** Those that bind least first. */
export const OPERATORS = [["=", "<>", "<=", ">=", "<", ">"], ["&"], ["+", "-"], ["*", "/"]] as const;

export type Operator = (typeof OPERATORS)[number][number];
