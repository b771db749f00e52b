import type { ShownSheet } from "../gsheets";
import { markedText } from "../sales/typedText";

const NO_FILL = "#ffffff";
const INK = "#000000";
const GENERAL = "General";

/** Cells as SpreadsheetApp writes them: one rectangle each of values, fills, inks, weights and number formats. */
export interface Rectangles {
  readonly values: (string | number | boolean)[][];
  readonly fills: string[][];
  readonly inks: string[][];
  readonly weights: ("bold" | "normal")[][];
  readonly formats: string[][];
}

/**
 * The rectangles of a dashboard, never smaller than what stands there now. SpreadsheetApp reads a text as if it were
 * typed, so each is marked as text: CRM text is never a formula, `2026-03` never a date.
 */
export function rectangles(
  cells: ShownSheet["cells"],
  before: { readonly rows: number; readonly columns: number },
): Rectangles {
  const rows = Math.max(cells.length, before.rows);
  const columns = Math.max(before.columns, ...cells.map((line) => line.length));
  const each = <T>(read: (cell: ShownSheet["cells"][number][number] | undefined) => T): T[][] =>
    Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => read(cells[row]?.[column])),
    );
  return {
    values: each((cell) => {
      const value = cell?.value ?? "";
      return typeof value === "string" ? markedText(value) : value;
    }),
    fills: each((cell) => cell?.style?.fill ?? NO_FILL),
    inks: each((cell) => cell?.style?.color ?? INK),
    weights: each((cell) => (cell?.style?.bold ? "bold" : "normal")),
    formats: each((cell) => cell?.style?.numberFormat ?? GENERAL),
  };
}
