/** Writing cells. Few go through Univer's mutation; bulk goes straight into its matrix. */
import type { ICellData, IRange, Nullable } from "@univerjs/core";
import type { CellScalar, Grid, GridRange } from "./contract";
import { fromUniver, type GridContext, toUniver } from "./univerContext";

/**
 * Above this many cells values go into the matrix. The mutation reads the whole sheet for formulas each time: with
 * office.js's chunks of 1,500 cells, 52,000 rows took 27 s that way (measured).
 */
const BULK_CELLS = 100;
/** A range taller than this is walked by the rows that exist in it. */
const TALL_ROWS = 10_000;

type Cells = Record<number, Record<number, Nullable<ICellData>>>;

const NOTHING = { v: null, t: null, f: null, si: null, p: null };

/** A value as Univer stores it. Text stays text: the type is always given, so nothing is guessed from its look. */
function storedValue(value: string | number | boolean): ICellData {
  if (typeof value === "string") return { v: value, t: 1 };
  if (typeof value === "number") return { v: value, t: 2 };
  return { v: value ? 1 : 0, t: 3 };
}

type Writing = Pick<Grid, "writeValues" | "writeFormula" | "clear">;

export function writingOf(context: GridContext): Writing {
  const { kit, unitId, model } = context;

  function mutate(sheet: string, cellValue: Cells, trigger?: string): void {
    if (Object.keys(cellValue).length === 0) return;
    context.run(kit.sheets.SetRangeValuesMutation.id, { unitId, subUnitId: sheet, cellValue, trigger });
  }

  /** The stored cells of a range, however large the range. */
  function* existing(range: GridRange): Generator<{ cell: ICellData; row: number; column: number }> {
    const matrix = context.sheet(range.sheet).getCellMatrix().getMatrix() as Cells;
    const tall = range.rows > TALL_ROWS ? Object.keys(matrix).map(Number) : undefined;
    for (const row of tall ?? Array.from({ length: range.rows }, (_, r) => range.row + r)) {
      if (row < range.row || row >= range.row + range.rows) continue;
      for (const key of Object.keys(matrix[row] ?? {})) {
        const column = Number(key);
        const cell = matrix[row]?.[column];
        if (cell && column >= range.column && column < range.column + range.columns)
          yield { cell, row, column };
      }
    }
  }

  /** Formulas leave by the mutation, which keeps the engine's books; returns spills from outside, to calculate again. */
  function dropFormulas(range: GridRange): GridRange[] {
    const cells: Cells = {};
    for (const { cell, row, column } of existing(range)) {
      if (cell.f || cell.si) cells[row] = { ...cells[row], [column]: NOTHING as ICellData };
    }
    mutate(range.sheet, cells);
    const spills = (model.getArrayFormulaRange()[unitId]?.[range.sheet] ?? {}) as Record<
      number,
      Record<number, IRange>
    >;
    return Object.values(spills)
      .flatMap((row) => Object.values(row))
      .filter((spill) => overlaps(toUniver(range), spill))
      .map((spill) => fromUniver(range.sheet, spill));
  }

  function writeInBulk(range: GridRange, values: readonly (readonly (CellScalar | undefined)[])[]): void {
    const spills = dropFormulas(range);
    const matrix = context.sheet(range.sheet).getCellMatrix();
    values.forEach((line, r) => {
      line.forEach((value, c) => {
        if (value === undefined) return;
        const row = range.row + r;
        const column = range.column + c;
        const style = matrix.getValue(row, column)?.s;
        if (value !== null) {
          matrix.setValue(
            row,
            column,
            style == null ? storedValue(value) : { ...storedValue(value), s: style },
          );
        } else if (style == null) {
          matrix.realDeleteValue(row, column);
        } else {
          matrix.setValue(row, column, { s: style });
        }
      });
    });
    context.wroteDirectly(range, spills);
  }

  function clearInBulk(range: GridRange, what: "contents" | "formats" | "all"): void {
    const spills = what === "formats" ? [] : dropFormulas(range);
    const matrix = context.sheet(range.sheet).getCellMatrix();
    for (const { cell, row, column } of [...existing(range)]) {
      const { s: style, ...content } = cell;
      const left = what === "contents" ? { s: style } : content;
      if (what === "all" || Object.values(left).every((each) => each == null))
        matrix.realDeleteValue(row, column);
      else matrix.setValue(row, column, left);
    }
    context.wroteDirectly(range, spills);
  }

  return {
    writeValues(range, values) {
      if (range.rows * range.columns > BULK_CELLS) return writeInBulk(range, values);
      const cells: Cells = {};
      values.forEach((line, r) => {
        const row: Record<number, Nullable<ICellData>> = {};
        line.forEach((value, c) => {
          if (value === undefined) return;
          row[range.column + c] = (
            value === null ? NOTHING : { ...NOTHING, ...storedValue(value) }
          ) as ICellData;
        });
        cells[range.row + r] = row;
      });
      mutate(range.sheet, cells);
    },
    writeFormula(sheet, row, column, formula) {
      const error = context.engine.parseError(formula);
      if (error !== undefined) return { error };
      mutate(sheet, { [row]: { [column]: { ...NOTHING, f: formula } as ICellData } });
      return {};
    },
    clear(range, what) {
      if (range.rows * range.columns > BULK_CELLS) return clearInBulk(range, what);
      const cells: Cells = {};
      for (const { cell, row, column } of existing(range)) {
        if (what === "formats" && cell.s == null) continue;
        const left = what === "all" ? null : what === "contents" ? NOTHING : { s: null };
        cells[row] = { ...cells[row], [column]: left as Nullable<ICellData> };
      }
      mutate(range.sheet, cells, what === "formats" ? kit.sheets.SetStyleCommand.id : undefined);
    },
  };
}

function overlaps(one: IRange, other: IRange): boolean {
  return (
    one.startRow <= other.endRow &&
    one.endRow >= other.startRow &&
    one.startColumn <= other.endColumn &&
    one.endColumn >= other.startColumn
  );
}
