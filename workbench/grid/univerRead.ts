/** Reading cells: values with spilled answers, formulas, the used range. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { CellScalar, CellView, Grid, GridRange, SheetId } from "./contract";
import { fromUniver, type GridContext } from "./univerContext";

type Row = Record<number, Nullable<ICellData>> | undefined;
type Rows = Record<number, Row>;

/** Univer's cell types (`t`). */
const TYPE = { string: 1, number: 2, boolean: 3, forcedString: 4 } as const;

/** Univer's mark for a pending value; Excel shows `#BUSY!`. */
export const PENDING = "#GETTING_DATA";

const ERRORS = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#DIV/0!",
  "#SPILL!",
  "#CALC!",
  "#CONNECT!",
  "#BLOCKED!",
  "#FIELD!",
  "#UNKNOWN!",
  "#BUSY!",
  PENDING,
]);

const EMPTY: CellView = { value: null, isError: false };

export function isErrorText(text: string): boolean {
  return text.startsWith("#") && ERRORS.has(text);
}

/** A cell as Univer keeps it → as Excel shows it. */
function viewOf(cell: Nullable<ICellData>): CellView {
  if (!cell) return EMPTY;
  const value = cell.v;
  if (value === undefined || value === null) {
    const text = cell.p?.body?.dataStream.replace(/\r\n$/, "");
    return text ? { value: text, isError: false } : EMPTY;
  }
  if (cell.t === TYPE.boolean) return { value: Number(value) === 1 || value === true, isError: false };
  if (cell.t === TYPE.number) return { value: Number(value), isError: false };
  if (typeof value === "string" && cell.t !== TYPE.forcedString && isErrorText(value)) {
    return { value: value === PENDING ? "#BUSY!" : value, isError: true };
  }
  return { value, isError: false };
}

function isEmpty(cell: Nullable<ICellData>): boolean {
  if (!cell) return true;
  return (cell.v === undefined || cell.v === null) && !cell.f && !cell.si && !cell.p;
}

type Reading = Pick<Grid, "values" | "formulas" | "usedRange" | "spillRange">;

export function readingOf(context: GridContext): Reading {
  const { model, unitId } = context;
  const rowsOf = (sheet: SheetId): Rows => context.sheet(sheet).getCellMatrix().getMatrix() as Rows;
  const spilledOf = (sheet: SheetId): Rows =>
    (model.getArrayFormulaCellData()[unitId]?.[sheet] ?? {}) as Rows;

  function spillRange(sheet: SheetId, row: number, column: number): GridRange | undefined {
    const range = model.getArrayFormulaRange()[unitId]?.[sheet]?.[row]?.[column];
    if (!range) return undefined;
    const anchor = rowsOf(sheet)[row]?.[column];
    return !anchor || anchor.v === "#SPILL!" ? undefined : fromUniver(sheet, range);
  }

  /** Calls back for each cell of the range: the stored cell, and the spilled one that covers it if any. */
  function map<T>(
    range: GridRange,
    one: (cell: Nullable<ICellData>, spilled: Nullable<ICellData>, row: number, column: number) => T,
  ): T[][] {
    const rows = rowsOf(range.sheet);
    const spilled = spilledOf(range.sheet);
    return Array.from({ length: range.rows }, (_, r) => {
      const row: Row = rows[range.row + r];
      const spilledRow: Row = spilled[range.row + r];
      return Array.from({ length: range.columns }, (__, c) =>
        one(row?.[range.column + c], spilledRow?.[range.column + c], range.row + r, range.column + c),
      );
    });
  }

  return {
    spillRange,
    values: (range) => map(range, (cell, spilled) => viewOf(isEmpty(cell) ? (spilled ?? cell) : cell)),
    formulas: (range) =>
      map<CellScalar>(range, (cell, spilled, row, column) => {
        if (cell?.f || cell?.si) {
          return model.getFormulaStringByCell(row, column, range.sheet, unitId) ?? cell.f ?? null;
        }
        return viewOf(isEmpty(cell) ? (spilled ?? cell) : cell).value;
      }),
    usedRange(sheet, valuesOnly) {
      const counts = (cell: Nullable<ICellData>) => !isEmpty(cell) || (!valuesOnly && cell?.s != null);
      return boundsOf(sheet, [rowsOf(sheet), spilledOf(sheet)], counts);
    },
  };
}

function boundsOf(
  sheet: SheetId,
  grids: readonly Rows[],
  counts: (cell: Nullable<ICellData>) => boolean,
): GridRange | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const rows of grids) {
    for (const rowKey in rows) {
      const cells = rows[rowKey];
      if (!cells) continue;
      for (const columnKey in cells) {
        if (!counts(cells[columnKey])) continue;
        const row = Number(rowKey);
        const column = Number(columnKey);
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
  }
  if (bottom < 0) return undefined;
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
