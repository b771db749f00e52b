import { holdsCell } from "../../sales/rectangle";
import { cellKey } from "./contents";
import { markOf, type Written } from "./written";

/** A cell that a hand changed, filled or emptied since Vigie wrote the dashboard. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** What stands there now, as Excel shows a formula or a text; empty where the content was removed. */
  readonly content: string;
}

/**
 * The edits among a dashboard's cells as they are now (`formulas` of the sheet from its corner), `shift` rows lower
 * than written because the user inserted some above. What stands in those rows is his too.
 */
export function editsIn(
  cells: readonly (readonly unknown[])[],
  { marks, rooms }: Written,
  shift: number,
): CellEdit[] {
  const edits: CellEdit[] = [];
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      const known = marks.get(cellKey(row - shift, column));
      const content = String(cell ?? "");
      if (known === undefined && rooms.some((room) => holdsCell(room, row - shift, column))) return;
      if (known === undefined ? content !== "" : markOf(cell) !== known) edits.push({ row, column, content });
    });
  });
  return edits;
}
