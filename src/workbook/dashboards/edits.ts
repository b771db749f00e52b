import { holdsCell } from "../../sales/rectangle";
import { type Baseline, checksumOf } from "./baseline";
import { cellKey } from "./rectangles";

/** A cell that a person changed, filled or emptied since Vigie wrote the dashboard. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** The present content, a formula or a text as Excel shows it; empty where it was removed. */
  readonly content: string;
}

/**
 * Finds the edits among a dashboard's present cells (`formulas` of the sheet from its corner). `shift`: rows that the
 * user inserted above the dashboard; their contents count as edits.
 */
export function editsIn(
  cells: readonly (readonly unknown[])[],
  { checksums, freeRanges }: Baseline,
  shift: number,
): CellEdit[] {
  const edits: CellEdit[] = [];
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      const known = checksums.get(cellKey(row - shift, column));
      const content = String(cell ?? "");
      if (known === undefined && freeRanges.some((room) => holdsCell(room, row - shift, column))) return;
      if (known === undefined ? content !== "" : checksumOf(cell) !== known)
        edits.push({ row, column, content });
    });
  });
  return edits;
}
