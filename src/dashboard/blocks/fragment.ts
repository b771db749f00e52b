import type { AxisId } from "../../kpi/definition";
import type { ListBlock } from "../declaration";
import type { LayoutFacts } from "../facts";
import type { CellContent, CellStyle, PlannedCell, SheetPlan } from "../plan";

/** Where a block goes, in the sheet's rows and columns. `rows` is its band's height. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a placed block adds to its sheet. */
export type Fragment = Partial<
  Pick<
    SheetPlan,
    "cells" | "merges" | "conditionalFormats" | "emphases" | "validations" | "charts" | "names" | "rowHeights"
  >
>;

/** What a block may ask about its surroundings. */
export interface Surroundings {
  readonly facts: LayoutFacts;
  readonly sheet: string;
  /** A list of the same sheet; throws on an id that no block of the declaration has. */
  list(id: string): { readonly block: ListBlock; readonly spot: Spot };
  /** Rows kept for an axis's members. */
  capacity(axis: AxisId): number;
}

/** How one kind of block is measured and written. */
export interface BlockKind<B> {
  /** The rows it needs at least. */
  rows(block: B, around: Pick<Surroundings, "facts" | "capacity">): number;
  /** The columns it needs at least. */
  columns(block: B, around: Pick<Surroundings, "facts" | "capacity">): number;
  place(block: B, spot: Spot, around: Surroundings): Fragment;
}

export const text = (value: string): CellContent => ({ kind: "text", text: value });

export const formula = (value: string, spill?: { rows: number; columns: number }): CellContent => ({
  kind: "formula",
  formula: value,
  ...(spill && { spill }),
});

export const cell = (row: number, column: number, content: CellContent, style: CellStyle): PlannedCell => ({
  row,
  column,
  content,
  style,
});

/** Styled cells for what a formula may spill there, one style a column; `without` is the formula's own cell. */
export function room(
  row: number,
  column: number,
  rows: number,
  styles: readonly CellStyle[],
  without?: { readonly row: number; readonly column: number },
): PlannedCell[] {
  return Array.from({ length: rows }, (_, down) =>
    styles.map((style, right) => cell(row + down, column + right, { kind: "empty" }, style)),
  )
    .flat()
    .filter((planned) => planned.row !== without?.row || planned.column !== without.column);
}
