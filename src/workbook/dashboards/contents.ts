import type { CellContent, PlannedCell, SheetPlan } from "../../dashboard";
import { markedText } from "../../sales/typedText";
import { rangeOf } from "../office/ranges";
import { type Placed, rectangles } from "./rectangles";

/** The user's entry in an input cell; a number where Excel read a date. */
export type Choice = string | number;

/** Row and column of a cell as one key. */
export const cellKey = (row: number, column: number): string => `${row}:${column}`;

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
  { cells }: SheetPlan,
  choices: ReadonlyMap<string, Choice>,
): void {
  const filled = cells.flatMap((cell) => filledCell(cell, choices.get(cellKey(cell.row, cell.column))));
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

function filledCell({ row, column, content }: PlannedCell, choice: Choice | undefined): Placed<Filled>[] {
  const value = choice === undefined ? CONTENT[content.kind](content as never) : typed(choice);
  return value ? [{ row, column, value }] : [];
}

/** Always marked as text: Excel would read `2024-03`, `3/4` or `mars 2024` as a date. */
const text = (value: string): Filled => ({ property: "values", cell: markedText(value) });
const typed = (choice: Choice): Filled =>
  typeof choice === "number" ? { property: "values", cell: choice } : text(choice);

const CONTENT: {
  readonly [K in CellContent["kind"]]: (content: Extract<CellContent, { kind: K }>) => Filled | undefined;
} = {
  empty: () => undefined,
  text: (content) => (content.text === "" ? undefined : text(content.text)),
  number: ({ value }) => ({ property: "values", cell: value }),
  formula: ({ formula }) => ({ property: "formulas", cell: formula }),
};
