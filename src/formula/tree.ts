import type { Rectangle } from "../sales/rectangle";
import type { Scalar } from "./cells";

/** A formula once read. An argument left out is the literal null. */
export type FormulaNode = Literal | NameNode | CellsNode | CallNode | OperationNode;

export interface Literal {
  readonly kind: "literal";
  readonly value: Scalar;
}

/** A workbook's name: `Vigie_Periode`. */
export interface NameNode {
  readonly kind: "name";
  readonly name: string;
}

/** Cells of a sheet, of the formula's own where none is named. */
export interface CellsNode {
  readonly kind: "cells";
  readonly sheet?: string;
  readonly range: Rectangle;
  /** `A1#`: the cells that the formula of this one fills. */
  readonly isSpill?: true;
  /** As written: `$B$3`. */
  readonly text: string;
}

export interface CallNode {
  readonly kind: "call";
  /** Upper case, as typed: `KPI.CA` for what a file calls `_xldudf_KPI_CA`. */
  readonly name: string;
  readonly args: readonly FormulaNode[];
}

export interface OperationNode {
  readonly kind: "operation";
  readonly operator: Operator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

/** Binary operators, those that bind least first; each level reads from left to right. */
export const PRECEDENCE = [["=", "<>", "<=", ">=", "<", ">"], ["&"], ["+", "-"], ["*", "/"], ["^"]] as const;

export type Operator = (typeof PRECEDENCE)[number][number];

/** The names and cells a formula refers to, in the order it names them. */
export function referencesIn(node: FormulaNode): readonly (NameNode | CellsNode)[] {
  switch (node.kind) {
    case "literal":
      return [];
    case "name":
    case "cells":
      return [node];
    case "call":
      return node.args.flatMap(referencesIn);
    case "operation":
      return [...referencesIn(node.left), ...referencesIn(node.right)];
  }
}
