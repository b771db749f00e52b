import type { Rectangle } from "../../src/sales/rectangle";

/** Cells of equal style as few rectangles: equal neighbours in a row are joined, then equal rows. */

interface Run {
  readonly row: number;
  readonly column: number;
  columns: number;
  rows: number;
  readonly style: string;
}

export class StyleJoiner {
  private readonly done: Run[] = [];
  private current: Run[] = [];
  private above = new Map<string, Run>();
  private row = -1;

  /** Cells come row by row, from left to right; equal keys mean equal styles. */
  add(row: number, column: number, style: string): void {
    if (row !== this.row) this.closeRow(row);
    const left = this.current.at(-1);
    if (left && left.style === style && left.column + left.columns === column) left.columns += 1;
    else this.current.push({ row, column, columns: 1, rows: 1, style });
  }

  rectangles(): readonly { readonly range: Rectangle; readonly style: string }[] {
    this.closeRow(-1);
    return this.done.map(({ row, column, rows, columns, style }) => ({
      range: { row, column, rows, columns },
      style,
    }));
  }

  private closeRow(next: number): void {
    const below = new Map<string, Run>();
    for (const run of this.current) {
      const key = `${run.column} ${run.columns} ${run.style}`;
      const upper = this.above.get(key);
      if (upper) upper.rows += 1;
      else this.done.push(run);
      below.set(key, upper ?? run);
    }
    // A row left out ends every rectangle above it.
    this.above = next === this.row + 1 ? below : new Map();
    this.current = [];
    this.row = next;
  }
}
