import { holdsCell } from "../../sales/rectangle";
import { type Baseline, markOf } from "./baseline";
import { cellKey } from "./contents";

/** A cell that a person changed, filled or emptied since Vigie wrote the dashboard. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** The present content, a formula or a text as Excel shows it; empty where it was removed. */
  readonly content: string;
}

/**
 * The edits among a dashboard's cells as they are now (`formulas` of the sheet from its corner), `shift` rows lower
 * than written because the user inserted some above. What stands in those rows is his too.
 */
export function editsIn(
  cells: readonly (readonly unknown[])[],
  { marks, rooms }: Baseline,
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
