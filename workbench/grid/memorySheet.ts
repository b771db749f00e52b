import type { Rectangle } from "../../src/sales/rectangle";
import { contains, intersection, MAX_COLUMNS, WHOLE_SHEET } from "../../src/sales/rectangle";
import type {
  CellFace,
  CellScalar,
  GridChart,
  GridConditionalFormat,
  GridRange,
  GridValidationList,
} from "./contract";
import { shifted } from "./shifted";

export interface MemoryCell {
  value: CellScalar;
  isError: boolean;
  formula?: string;
  /** The room a formula's answer fills, when more than its own cell. */
  spill?: { rows: number; columns: number };
  /** The cell whose formula fills this one. */
  spilledFrom?: number;
}

export const cellKey = (row: number, column: number) => row * MAX_COLUMNS + column;
export const rowOf = (key: number) => Math.floor(key / MAX_COLUMNS);
export const columnOf = (key: number) => key % MAX_COLUMNS;

/** One sheet of the plain grid: sparse cells, faces as layers of rectangles, and what floats over them. */
export class MemorySheet {
  cells = new Map<number, MemoryCell>();
  faces: { range: Rectangle; face: CellFace }[] = [];
  merges: GridRange[] = [];
  hidden = false;
  gridlines = true;
  freeze = { rows: 0, columns: 0 };
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly conditionalFormats = new Map<string, GridConditionalFormat>();
  readonly charts = new Map<string, GridChart>();
  validations: GridValidationList[] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  setFace(range: Rectangle, face: CellFace): void {
    const said = Object.keys(face);
    this.faces = this.faces.filter((layer) => !hides(range, said, layer));
    this.faces.push({ range, face });
  }

  face(row: number, column: number): CellFace {
    const cell = { row, column, rows: 1, columns: 1 };
    let seen: CellFace = {};
    for (const layer of this.faces) {
      if (!contains(layer.range, cell)) continue;
      // An empty face is the mark of cleared formats: what lies beneath no longer shows.
      if (Object.keys(layer.face).length === 0) seen = {};
      else seen = { ...seen, ...layer.face, borders: { ...seen.borders, ...layer.face.borders } };
    }
    return seen;
  }

  usedRange(valuesOnly: boolean): Rectangle | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = (range: Rectangle) => {
      top = Math.min(top, range.row);
      left = Math.min(left, range.column);
      bottom = Math.max(bottom, range.row + range.rows - 1);
      right = Math.max(right, range.column + range.columns - 1);
    };
    for (const [key, cell] of this.cells) {
      if (cell.value === null && cell.formula === undefined) continue;
      const [row, column] = [rowOf(key), columnOf(key)];
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    // Formats of whole rows and columns do not make cells used, as in Excel.
    for (const { range, face } of valuesOnly ? [] : this.faces)
      if (
        Object.keys(face).length > 0 &&
        range.rows < WHOLE_SHEET.rows &&
        range.columns < WHOLE_SHEET.columns
      )
        include(range);
    return bottom < 0
      ? undefined
      : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Whole rows and columns only as far as something stands there; other ranges as they are. */
  withinUsed(range: Rectangle): Rectangle {
    if (range.rows < WHOLE_SHEET.rows && range.columns < WHOLE_SHEET.columns) return range;
    const used = this.usedRange(true);
    return (used && intersection(used, range)) ?? { ...range, rows: 1, columns: 1 };
  }

  /** Moves everything after `at` by `count` rows or columns; a negative count removes the first of them. */
  shift(axis: "row" | "column", at: number, count: number): void {
    const moved = new Map<number, MemoryCell>();
    for (const [key, cell] of this.cells) {
      const place = { row: rowOf(key), column: columnOf(key) };
      if (place[axis] >= at) {
        if (place[axis] < at - count && count < 0) continue;
        place[axis] += count;
      }
      moved.set(cellKey(place.row, place.column), cell);
    }
    this.cells = moved;
    const slide = <R extends Rectangle>(range: R): R | undefined => shifted(range, axis, at, count);
    this.faces = this.faces.flatMap((layer) => {
      const range = slide(layer.range);
      return range ? [{ ...layer, range }] : [];
    });
    this.merges = this.merges.flatMap((range) => slide(range) ?? []);
    for (const [id, format] of [...this.conditionalFormats]) {
      const range = slide(format.range);
      if (range) this.conditionalFormats.set(id, { ...format, range });
      else this.conditionalFormats.delete(id);
    }
    this.validations = this.validations.flatMap((list) => {
      const range = slide(list.range);
      return range ? [{ ...list, range }] : [];
    });
  }
}

/** True when a new face over `range` hides an older layer: it covers its range and sets (`said`) all its properties. */
function hides(
  range: Rectangle,
  said: readonly string[],
  older: { range: Rectangle; face: CellFace },
): boolean {
  if (!contains(range, older.range)) return false;
  return (
    said.length === 0 || (!older.face.borders && Object.keys(older.face).every((key) => said.includes(key)))
  );
}
