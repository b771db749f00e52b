import type { CellStyle, PlannedCell, SheetPlan } from "../../dashboard";
import { RULE_COLOR } from "../../dashboard";
import { broadcast, rangeOf } from "../office/ranges";
import { cellKey, type Placed, rectangles } from "./rectangles";

/** Asks for a plan's styles: one set of properties for each rectangle of equally styled cells. */
export function writeStyles(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { area, value } of rectangles(styledCells(plan), (style) => JSON.stringify(style)))
    applyStyle(rangeOf(sheet, area), value);
}

/**
 * The style of every cell of the sheet, rooms kept for spilling answers included: there each column goes on as it
 * begins, unless the plan says otherwise of a cell.
 */
export function styledCells({ cells }: SheetPlan): Placed<CellStyle>[] {
  const styled = new Map<string, Placed<CellStyle>>();
  const planned = new Map(cells.map((cell) => [cellKey(cell.row, cell.column), cell]));
  for (const cell of cells) for (const spilled of spillStyles(cell, planned)) put(styled, spilled);
  for (const { row, column, style } of cells) if (style) put(styled, { row, column, value: style });
  return [...styled.values()];
}

const put = (styled: Map<string, Placed<CellStyle>>, cell: Placed<CellStyle>) =>
  styled.set(cellKey(cell.row, cell.column), cell);

function* spillStyles(
  { row, column, content, style }: PlannedCell,
  planned: ReadonlyMap<string, PlannedCell>,
): Generator<Placed<CellStyle>> {
  if (content.kind !== "formula" || !content.spill) return;
  for (let across = 0; across < content.spill.columns; across++) {
    const value = planned.get(cellKey(row, column + across))?.style ?? style;
    if (!value) continue;
    for (let down = 0; down < content.spill.rows; down++)
      yield { row: row + down, column: column + across, value };
  }
}

type Apply<V> = (range: Excel.Range, value: V) => void;

/** Each property of a style in Office.js. */
const APPLY: { readonly [K in keyof CellStyle]-?: Apply<NonNullable<CellStyle[K]>> } = {
  numberFormat: (range, value) => {
    range.numberFormat = broadcast(value);
  },
  bold: (range, value) => {
    range.format.font.bold = value;
  },
  italic: (range, value) => {
    range.format.font.italic = value;
  },
  size: (range, value) => {
    range.format.font.size = value;
  },
  color: (range, value) => {
    range.format.font.color = value;
  },
  fill: (range, value) => {
    range.format.fill.color = value;
  },
  align: (range, value) => {
    range.format.horizontalAlignment = ALIGNMENTS[value];
  },
  verticalAlign: (range, value) => {
    range.format.verticalAlignment = ALIGNMENTS[value];
  },
  indent: (range, value) => {
    range.format.indentLevel = value;
  },
  wrap: (range, value) => {
    range.format.wrapText = value;
  },
  border: (range, value) => {
    for (const edge of EDGES[value]) {
      const border = range.format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = RULE_COLOR;
    }
  },
};

const ALIGNMENTS = { left: "Left", center: "Center", right: "Right", top: "Top", bottom: "Bottom" } as const;

const EDGES = {
  bottom: ["EdgeBottom"],
  top: ["EdgeTop"],
  box: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"],
} as const;

function applyStyle(range: Excel.Range, style: CellStyle): void {
  for (const [property, value] of Object.entries(style))
    if (value !== undefined) (APPLY[property as keyof CellStyle] as Apply<unknown>)(range, value);
}
