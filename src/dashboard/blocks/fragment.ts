import type { AxisId, KpiDefinition, Unit } from "../../kpi";
import type { Rectangle } from "../../sales/rectangle";
import type { Block } from "../declaration";
import type { LayoutFacts } from "../facts";
import type { CellContent, CellStyle, PlannedCell, SheetPlan } from "../plan";

/** The cells, merges and rules that a placed block adds to its sheet. */
export type Fragment = Partial<
  Pick<
    SheetPlan,
    "cells" | "merges" | "conditionalFormats" | "emphases" | "validations" | "charts" | "names" | "rowHeights"
  >
>;

/** The place of the period and filter cells: this sheet, or another that it refers to. */
export type Controls = "here" | "elsewhere";

/** The sheet around a block, as the block may ask about it. */
export interface BlockContext {
  readonly facts: LayoutFacts;
  readonly sheet: string;
  readonly controls: Controls;
  /** The KPIs whose headings may bear a mark: the sheet's legend says what the marks mean. */
  readonly marked: readonly KpiDefinition[];
  /** A block of the same sheet; throws on an id that no block of that kind has. */
  find<K extends NamedBlock["kind"]>(kind: K, id: string): Found<Extract<NamedBlock, { kind: K }>>;
  /** The data of a chart; throws on an id that no block of the sheet has. */
  charted(id: string): Charted;
  /** Rows kept for an axis's members. */
  capacity(axis: AxisId): number;
  /** The columns of a spot that are wide enough for a figure: the others are gaps. */
  stops(spot: Rectangle): readonly number[];
}

export type NamedBlock = Extract<Block, { readonly id: string }>;

export interface Found<B> {
  readonly block: B;
  readonly spot: Rectangle;
}

/** Headings, then members; names in the first column, figures in those that follow. */
export interface Charted {
  readonly row: number;
  readonly column: number;
  readonly members: number;
  readonly unit: Unit | undefined;
}

export type Measuring = Pick<BlockContext, "facts" | "capacity">;

/** Measures and writes one kind of block. */
export interface BlockKind<B> {
  /** The rows it needs at least. */
  rows(block: B, context: Measuring): number;
  /** The columns it needs at least. */
  columns(block: B, context: Measuring): number;
  place(block: B, spot: Rectangle, context: BlockContext): Fragment;
  /** The block's data for charts. */
  charted?(block: B, spot: Rectangle, context: Measuring): Charted;
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

/** Styled cells for a formula's spill, one style a column; `without` is the formula's own cell. */
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

/** A style with the number format of its value; text has none. */
export const formatted = (style: CellStyle, numberFormat: string | undefined): CellStyle =>
  numberFormat ? { ...style, numberFormat } : style;
