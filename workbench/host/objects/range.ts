import { formatRectangle } from "../../../src/sales/a1";
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/sales/rectangle";
import type { GridRange } from "../../grid/contract";
import { shifted } from "../../grid/shifted";
import { oneOf, optional, rangeOf, whole } from "../arguments";
import type { Book } from "../book";
import type { HostObject } from "../objectModel";
import { invalidArgument, itemNotFound, OfficeError } from "../officeError";
import {
  cellCount,
  readFormulas,
  readNumberFormats,
  readText,
  readTypes,
  readValues,
  writeCells,
  writeNumberFormats,
} from "../rangeCells";
import {
  boundingRect,
  cellOf,
  columnOf,
  entireColumn,
  entireRow,
  offset,
  rangeAt,
  resize,
  rowOf,
  shared,
  surroundingRegion,
  within,
} from "../rangeWalk";
import { specialCells } from "../specialCells";
import { copyFrom } from "./rangeCopy";
import { rangeFormat, rangeKey } from "./rangeFormat";

/** A Range: its cells, its formats, and the ways to other ranges. */
export function rangeObject(book: Book, range: GridRange, reference?: string): HostObject {
  const key = rangeKey(range);
  const to = (other: GridRange) => book.make.range(other);
  const { sheet } = range;
  let kept = reference;
  const cells = {
    read: () => readFormulas(book, range),
    write: (value: unknown) => writeCells(book, range, value),
  };
  const formats = {
    read: () => readNumberFormats(book, range),
    write: (value: unknown) => writeNumberFormats(book, range, value),
  };
  return {
    type: "Range",
    key,
    range,
    get id() {
      return kept === undefined ? undefined : { _ReferenceId: kept };
    },
    scalars: {
      Address: { read: () => book.address(range) },
      AddressLocal: { read: () => book.address(range) },
      CellCount: { read: () => (cellCount(range) > 2 ** 31 - 1 ? -1 : cellCount(range)) },
      RowCount: { read: () => range.rows },
      ColumnCount: { read: () => range.columns },
      RowIndex: { read: () => range.row },
      ColumnIndex: { read: () => range.column },
      IsEntireColumn: { read: () => range.rows === MAX_ROWS },
      IsEntireRow: { read: () => range.columns === MAX_COLUMNS },
      Values: { read: () => readValues(book, range), write: (value) => writeCells(book, range, value) },
      Formulas: cells,
      FormulasLocal: cells,
      Text: { read: () => readText(book, range) },
      ValueTypes: { read: () => readTypes(book, range) },
      NumberFormat: formats,
      NumberFormatLocal: formats,
      HasSpill: { read: () => spillOf(book, range) !== undefined },
    },
    links: {
      Format: () => rangeFormat(book, range, `${key}/Format`),
      Worksheet: () => book.make.worksheet(sheet),
      ConditionalFormats: () => book.make.conditionalFormats(range),
      DataValidation: () => book.make.dataValidation(range),
    },
    methods: {
      _KeepReference: () => {
        kept ??= book.keep([range]);
        return null;
      },
      _ValidateArraySize: (rows, columns) => {
        if (rows !== range.rows || columns !== range.columns)
          throw invalidArgument(
            "The number of rows or columns in the input array doesn't match the size of the range.",
          );
        return null;
      },
      GetCell: (row, column) => to(cellOf(range, whole(row, "row"), whole(column, "column"))),
      GetRow: (row) => to(rowOf(range, whole(row, "row"))),
      GetColumn: (column) => to(columnOf(range, whole(column, "column"))),
      GetLastRow: () => to(rowOf(range, range.rows - 1)),
      GetLastColumn: () => to(columnOf(range, range.columns - 1)),
      GetLastCell: () => to(cellOf(range, range.rows - 1, range.columns - 1)),
      GetRowsAbove: (count) => to(beside(range, "row", -(optional(count, whole, "count") ?? 1))),
      GetRowsBelow: (count) => to(beside(range, "row", optional(count, whole, "count") ?? 1)),
      GetColumnsBefore: (count) => to(beside(range, "column", -(optional(count, whole, "count") ?? 1))),
      GetColumnsAfter: (count) => to(beside(range, "column", optional(count, whole, "count") ?? 1)),
      GetBoundingRect: (other) => to(boundingRect(range, rangeArgument(book, range, other))),
      GetOffsetRange: (rows, columns) =>
        to(offset(range, whole(rows, "rowOffset"), whole(columns, "columnOffset"))),
      GetResizedRange: (rows, columns) =>
        to(
          resize(
            range,
            range.rows + whole(rows, "deltaRows"),
            range.columns + whole(columns, "deltaColumns"),
          ),
        ),
      GetAbsoluteResizedRange: (rows, columns) =>
        to(resize(range, whole(rows, "numRows"), whole(columns, "numColumns"))),
      GetEntireColumn: () => to(entireColumn(range)),
      GetEntireRow: () => to(entireRow(range)),
      GetIntersection: (other) => to(found(shared(range, rangeArgument(book, range, other)), "intersection")),
      GetIntersectionOrNullObject: (other) => orNull(shared(range, rangeArgument(book, range, other)), to),
      GetUsedRange: (valuesOnly) => to(used(book, range, valuesOnly === true) ?? cellOf(range, 0, 0)),
      GetUsedRangeOrNullObject: (valuesOnly) => orNull(used(book, range, valuesOnly === true), to),
      GetSurroundingRegion: () => to(surroundingRegion(book, range)),
      GetSpillParent: () => to(found(spillParentOf(book, range), "spill")),
      GetSpillParentOrNullObject: () => orNull(spillParentOf(book, range), to),
      GetSpillingToRange: () => to(found(spillOf(book, range), "spill")),
      GetSpillingToRangeOrNullObject: () => orNull(spillOf(book, range), to),
      GetSpecialCells: (type, valueType) => {
        const cells = specialCells(book, range, type, valueType);
        if (cells.length === 0) throw itemNotFound("special cells");
        return book.make.areas(cells);
      },
      GetSpecialCellsOrNullObject: (type, valueType) => {
        const cells = specialCells(book, range, type, valueType);
        return cells.length === 0 ? null : book.make.areas(cells);
      },
      Select: () => book.grid.select(range),
      SetDirty: () => book.recalculate(sheet),
      Calculate: () => book.recalculate(sheet),
      CopyFrom: (source, type) => copyFrom(book, range, rangeArgument(book, range, source), type),
      Clear: (applyTo) => clear(book, range, applyTo),
      Merge: (across) => merge(book, range, across === true),
      Unmerge: () => {
        book.assertWritable(range);
        book.grid.unmerge(range);
      },
      Insert: (shift) => {
        moveCells(book, range, oneOf(shift, ["Down", "Right"], "shift") === "Down" ? "row" : "column", 1);
        return to(range);
      },
      Delete: (shift) =>
        moveCells(book, range, oneOf(shift, ["Up", "Left"], "shift") === "Up" ? "row" : "column", -1),
    },
  };
}

function rangeArgument(book: Book, from: GridRange, value: unknown): GridRange {
  return typeof value === "string" ? rangeAt(book, value, from.sheet) : rangeOf(value, "range");
}

function found(range: GridRange | undefined, what: string): GridRange {
  if (!range) throw itemNotFound(what);
  return range;
}

const orNull = (range: GridRange | undefined, to: (range: GridRange) => HostObject) =>
  range ? to(range) : null;

function beside(range: GridRange, axis: "row" | "column", count: number): GridRange {
  const size = axis === "row" ? "rows" : "columns";
  const from = count > 0 ? range[axis] + range[size] : range[axis] + count;
  return within({ ...range, [axis]: from, [size]: Math.abs(count) });
}

function used(book: Book, range: GridRange, valuesOnly: boolean): GridRange | undefined {
  const all = book.grid.usedRange(range.sheet, valuesOnly);
  return all && shared(all, range);
}

/** The cell whose answer spills over this one; its own place when that is here. */
function spillParentOf(book: Book, { sheet, row, column, ...size }: GridRange): GridRange | undefined {
  if (size.rows !== 1 || size.columns !== 1) return undefined;
  for (let top = row; top >= 0; top--)
    for (let left = column; left >= 0; left--) {
      const spill = book.grid.spillRange(sheet, top, left);
      if (spill && top + spill.rows > row && left + spill.columns > column)
        return { sheet, row: top, column: left, rows: 1, columns: 1 };
    }
  return undefined;
}

function spillOf(book: Book, range: GridRange): GridRange | undefined {
  return cellCount(range) === 1 ? book.grid.spillRange(range.sheet, range.row, range.column) : undefined;
}

const CLEARED = {
  All: "all",
  Contents: "contents",
  Formats: "formats",
  Hyperlinks: undefined,
  RemoveHyperlinks: undefined,
} as const;

function clear(book: Book, range: GridRange, applyTo: unknown): void {
  book.assertWritable(range);
  const what = CLEARED[oneOf(applyTo ?? "All", Object.keys(CLEARED) as (keyof typeof CLEARED)[], "applyTo")];
  if (!what) return;
  book.grid.clear(range, what);
  if (what === "contents") return;
  book.bags.forget(rangeKey(range));
  for (const format of book.formatsOver(range)) book.removeConditionalFormat(format.id);
  book.grid.unmerge(range);
}

function merge(book: Book, range: GridRange, across: boolean): void {
  book.assertWritable(range);
  if (book.tablesOver(range).length > 0)
    throw new OfficeError("InvalidOperation", "Cells of a table cannot be merged.");
  const parts = across ? Array.from({ length: range.rows }, (_row, index) => rowOf(range, index)) : [range];
  for (const part of parts) book.grid.merge(part);
}

/** Inserts or deletes whole rows or columns; a part of them would tear the sheet's other cells apart. */
function moveCells(book: Book, range: GridRange, axis: "row" | "column", sign: 1 | -1): void {
  const whole = axis === "row" ? range.columns === MAX_COLUMNS : range.rows === MAX_ROWS;
  if (!whole)
    throw new OfficeError(
      "NotImplemented",
      `This host moves entire rows and columns only: ${formatRectangle(range)}.`,
    );
  book.assertWritable(range);
  const count = axis === "row" ? range.rows : range.columns;
  const move =
    axis === "row"
      ? { 1: book.grid.insertRows, [-1]: book.grid.deleteRows }
      : { 1: book.grid.insertColumns, [-1]: book.grid.deleteColumns };
  move[sign].call(book.grid, range.sheet, range[axis], count);
  book.relocate(range.sheet, (other) => shifted(other, axis, range[axis], sign * count));
}
