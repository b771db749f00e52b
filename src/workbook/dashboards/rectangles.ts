import type { Rectangle } from "../../sales/rectangle";

/** Row and column of a cell as one key. */
export const cellKey = (row: number, column: number): string => `${row}:${column}`;

/** Something at a cell, e.g. its content or its style. */
export interface Placed<T> {
  readonly row: number;
  readonly column: number;
  readonly value: T;
}

export interface Uniform<T> {
  readonly area: Rectangle;
  /** Of the first cell; all cells of the rectangle have the same key. */
  readonly value: T;
}

/**
 * Groups cells whose values have equal keys into few rectangles: runs along each row first, then equal runs of
 * consecutive rows into one. Every cell is covered exactly once.
 */
export function rectangles<T>(cells: readonly Placed<T>[], keyOf: (value: T) => string): Uniform<T>[] {
  const done: Uniform<T>[] = [];
  const growing = new Map<string, { area: Rectangle; value: T }>();
  for (const run of runs(cells, keyOf)) {
    const { row, column, columns, key, value } = run;
    const place = `${column}:${columns}:${key}`;
    const above = growing.get(place);
    if (above && above.area.row + above.area.rows === row)
      growing.set(place, { ...above, area: { ...above.area, rows: above.area.rows + 1 } });
    else {
      if (above) done.push(above);
      growing.set(place, { area: { row, column, rows: 1, columns }, value });
    }
  }
  return [...done, ...growing.values()];
}

function runs<T>(cells: readonly Placed<T>[], keyOf: (value: T) => string) {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const found: { row: number; column: number; columns: number; key: string; value: T }[] = [];
  for (const { row, column, value } of sorted) {
    const key = keyOf(value);
    const last = found.at(-1);
    if (last && last.row === row && last.column + last.columns === column && last.key === key) last.columns++;
    else found.push({ row, column, columns: 1, key, value });
  }
  return found;
}
