/** Writing cells. Few or formula-bearing cells go through Univer's mutation; bulk goes straight into its matrix. */
import type { ICellData, IRange, Nullable } from "@univerjs/core";
import type { CellScalar, Grid, GridRange } from "./contract";
import { type GridContext, toUniver } from "./univerContext";

/** Above this many cells the mutation costs seconds where the matrix costs a tenth (measured). */
const BULK_CELLS = 2000;

type Cells = Record<number, Record<number, Nullable<ICellData>>>;

const NOTHING = { v: null, t: null, f: null, si: null, p: null };

/** A value as Univer stores it. Text stays text: the type is always given, so nothing is guessed from its look. */
export function storedValue(value: string | number | boolean): ICellData {
  if (typeof value === "string") return { v: value, t: 1 };
  if (typeof value === "number") return { v: value, t: 2 };
  return { v: value ? 1 : 0, t: 3 };
}

type Writing = Pick<Grid, "writeValues" | "writeFormula" | "clear">;

export function writingOf(context: GridContext): Writing {
  const { kit, unitId, model } = context;

  function mutate(sheet: string, cellValue: Cells): void {
    context.run(kit.sheets.SetRangeValuesMutation.id, { unitId, subUnitId: sheet, cellValue });
  }

  /** Formulas in the range, or answers spilled into it: only the mutation keeps the engine's books right then. */
  function touchesFormulas(range: GridRange): boolean {
    const spills: Record<number, Record<number, IRange | null | undefined>> = model.getArrayFormulaRange()[
      unitId
    ]?.[range.sheet] ?? {};
    for (const row of Object.values(spills)) {
      for (const spill of Object.values(row)) if (spill && overlaps(range, spill)) return true;
    }
    return existing(range, (cell) => Boolean(cell.f || cell.si));
  }

  /** Visits the stored cells of a range, however large the range; stops when the visitor says true. */
  function existing(
    range: GridRange,
    visit: (cell: ICellData, row: number, column: number) => boolean,
  ): boolean {
    const matrix = context.sheet(range.sheet).getCellMatrix().getMatrix() as Cells;
    const keys = range.rows > 10_000 ? Object.keys(matrix).map(Number) : undefined;
    const rows = keys ?? Array.from({ length: range.rows }, (_, r) => range.row + r);
    for (const row of rows) {
      if (row < range.row || row >= range.row + range.rows) continue;
      const cells = matrix[row];
      for (const key in cells) {
        const column = Number(key);
        const cell = cells[column];
        if (
          cell &&
          column >= range.column &&
          column < range.column + range.columns &&
          visit(cell, row, column)
        ) {
          return true;
        }
      }
    }
    return false;
  }

  function writeInBulk(range: GridRange, values: readonly (readonly (CellScalar | undefined)[])[]): void {
    const matrix = context.sheet(range.sheet).getCellMatrix();
    values.forEach((line, r) => {
      line.forEach((value, c) => {
        if (value === undefined) return;
        const row = range.row + r;
        const column = range.column + c;
        const style = matrix.getValue(row, column)?.s;
        if (value === null) {
          if (style == null) matrix.realDeleteValue(row, column);
          else matrix.setValue(row, column, { s: style });
        } else {
          matrix.setValue(
            row,
            column,
            style == null ? storedValue(value) : { ...storedValue(value), s: style },
          );
        }
      });
    });
    context.wroteDirectly(range);
  }

  return {
    writeValues(range, values) {
      if (range.rows * range.columns > BULK_CELLS && !touchesFormulas(range))
        return writeInBulk(range, values);
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
      const cells: Cells = {};
      existing(range, (cell, row, column) => {
        const left = what === "all" ? null : what === "contents" ? NOTHING : { s: null };
        if (what !== "formats" || cell.s != null) (cells[row] ??= {})[column] = left as Nullable<ICellData>;
        return false;
      });
      if (Object.keys(cells).length === 0) return;
      const trigger = what === "formats" ? kit.sheets.SetStyleCommand.id : undefined;
      context.run(kit.sheets.SetRangeValuesMutation.id, {
        unitId,
        subUnitId: range.sheet,
        cellValue: cells,
        trigger,
      });
    },
  };
}

function overlaps(range: GridRange, other: IRange): boolean {
  const own = toUniver(range);
  return (
    own.startRow <= other.endRow &&
    own.endRow >= other.startRow &&
    own.startColumn <= other.endColumn &&
    own.endColumn >= other.startColumn
  );
}
