import type { CellContent, PlannedCell, SheetPlan } from "../../dashboard";
import { textForCell } from "../../sales/typedText";
import { rangeOf } from "../office/ranges";
import { cellKey, type Placed, rectangles } from "./rectangles";
import { styledCells } from "./styles";

/** The user's entry in an input cell; a number where Excel read a date. */
export type Choice = string | number;

/** A cell that holds something, as Office.js takes it. */
interface Filled {
  readonly property: "values" | "formulas";
  readonly cell: string | number;
}

/**
 * Asks for a plan's cells to be written: neighbours together, formulas through `formulas`, everything else through
 * `values`. `choices` stand in their cells instead of the plan's first proposals.
 */
export function writeContents(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  choices: ReadonlyMap<string, Choice>,
): void {
  const formats = new Map(
    styledCells(plan).map(({ row, column, value }) => [cellKey(row, column), value.numberFormat]),
  );
  const filled = plan.cells.flatMap((cell) => {
    const key = cellKey(cell.row, cell.column);
    return filledCell(cell, choices.get(key), formats.get(key));
  });
  const at = new Map(filled.map(({ row, column, value }) => [cellKey(row, column), value.cell]));
  for (const { area, value } of rectangles(filled, ({ property }) => property)) {
    const matrix = Array.from({ length: area.rows }, (_row, row) =>
      Array.from({ length: area.columns }, (_cell, column) =>
        at.get(cellKey(area.row + row, area.column + column)),
      ),
    );
    rangeOf(sheet, area)[value.property] = matrix;
  }
}

function filledCell(
  { row, column, content }: PlannedCell,
  choice: Choice | undefined,
  numberFormat: string | undefined,
): Placed<Filled>[] {
  const value = choice === undefined ? CONTENT[content.kind](content as never) : typed(choice);
  if (!value) return [];
  // A cell without the text format makes a date of `2024-03`, `3/4` or `mars 2024`.
  const isText = value.property === "values" && typeof value.cell === "string";
  const cell = isText ? textForCell(String(value.cell), numberFormat) : value.cell;
  return [{ row, column, value: { ...value, cell } }];
}

const typed = (cell: Choice): Filled => ({ property: "values", cell });

const CONTENT: {
  readonly [K in CellContent["kind"]]: (content: Extract<CellContent, { kind: K }>) => Filled | undefined;
} = {
  empty: () => undefined,
  text: (content) => (content.text === "" ? undefined : typed(content.text)),
  number: ({ value }) => ({ property: "values", cell: value }),
  formula: ({ formula }) => ({ property: "formulas", cell: formula }),
};
