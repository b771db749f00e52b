import type { GridRange } from "../../grid/contract";
import { optional, text, whole } from "../arguments";
import type { Book } from "../book";
import type { TableState } from "../bookState";
import type { HostObject } from "../objectModel";
import { alreadyExists, invalidArgument, itemNotFound } from "../officeError";
import { readTyped, readValues, writeCells, writeTyped } from "../rangeCells";
import { dataBody } from "../rangeWalk";
import { collection, sameName } from "./collection";

/** A table's columns, named by its headings. */
export function tableColumns(book: Book, table: TableState, key: string): HostObject {
  const headings = () => (readValues(book, { ...table.range, rows: 1 })[0] ?? []).map(String);
  const column = (index: number) => tableColumn(book, table, index, headings, key);
  return collection({
    type: "TableColumnCollection",
    key,
    items: () => headings().map((_heading, index) => column(index)),
    find: (wanted) => {
      const index = headings().findIndex(
        (heading, place) => sameName(heading, wanted) || String(place + 1) === String(wanted),
      );
      return index < 0 ? undefined : column(index);
    },
  });
}

function tableColumn(
  book: Book,
  table: TableState,
  index: number,
  headings: () => string[],
  key: string,
): HostObject {
  const whole: GridRange = { ...table.range, column: table.range.column + index, columns: 1 };
  const body = (): GridRange => ({ ...dataBody(table), column: whole.column, columns: 1 });
  return {
    type: "TableColumn",
    key: `${key}/${index}`,
    id: { Id: String(index + 1) },
    scalars: {
      Id: { read: () => index + 1 },
      Index: { read: () => index },
      Name: {
        read: () => headings()[index] ?? "",
        write: (value) => {
          const name = text(value, "name");
          if (headings().some((heading, place) => place !== index && sameName(heading, name)))
            throw alreadyExists(name);
          book.assertWritable(whole);
          book.grid.writeValues({ ...whole, rows: 1 }, [[name]]);
        },
      },
      Values: { read: () => readValues(book, whole), write: (value) => writeCells(book, whole, value) },
    },
    methods: {
      GetRange: () => book.make.range(whole),
      GetDataBodyRange: () => book.make.range(body()),
      GetHeaderRowRange: () => book.make.range({ ...whole, rows: 1 }),
    },
  };
}

/** A table's rows, by place. Adding moves the rows below within the table. */
export function tableRows(book: Book, table: TableState, key: string): HostObject {
  const body = () => dataBody(table);
  const row = (index: number): HostObject => {
    if (index < 0 || index >= body().rows) throw itemNotFound(`row ${index}`);
    const range: GridRange = { ...body(), row: body().row + index, rows: 1 };
    return {
      type: "TableRow",
      key: `${key}/${index}`,
      scalars: {
        Index: { read: () => index },
        Values: { read: () => readValues(book, range), write: (value) => writeCells(book, range, value) },
      },
      methods: {
        GetRange: () => book.make.range(range),
        Delete: () => removeRows(book, table, index, 1),
      },
    };
  };
  return collection({
    type: "TableRowCollection",
    key,
    items: () => Array.from({ length: body().rows }, (_row, index) => row(index)),
    find: (index) => row(Number(index)),
    methods: {
      GetCount: () => body().rows,
      GetItemAt: (index) => row(whole(index, "index")),
      Add: (index, values) => {
        const at = optional(index, whole, "index") ?? body().rows;
        addRows(book, table, at < 0 ? body().rows : at, values);
        return row(at < 0 ? body().rows - 1 : at);
      },
      DeleteRowsAt: (index, count) =>
        removeRows(book, table, whole(index, "index"), optional(count, whole, "count") ?? 1),
    },
  });
}

function addRows(book: Book, table: TableState, at: number, values: unknown): void {
  const rows = Array.isArray(values)
    ? Array.isArray(values[0])
      ? (values as unknown[][])
      : [values as unknown[]]
    : [[]];
  const body = dataBody(table);
  book.assertWritable(table.range);
  if (at > body.rows) throw invalidArgument("The row lies outside the table.");
  const below: GridRange = { ...body, row: body.row + at, rows: body.rows - at };
  const moved = below.rows > 0 ? readTyped(book, below) : [];
  table.range = { ...table.range, rows: table.range.rows + rows.length };
  if (moved.length > 0) writeTyped(book, { ...below, row: below.row + rows.length }, moved);
  if (Array.isArray(values)) writeCells(book, { ...below, rows: rows.length }, rows);
}

function removeRows(book: Book, table: TableState, at: number, count: number): void {
  const body = dataBody(table);
  book.assertWritable(table.range);
  if (at < 0 || at + count > body.rows) throw itemNotFound(`row ${at}`);
  const below: GridRange = { ...body, row: body.row + at + count, rows: body.rows - at - count };
  if (below.rows > 0) writeTyped(book, { ...below, row: body.row + at }, readTyped(book, below));
  book.grid.clear({ ...body, row: body.row + body.rows - count, rows: count }, "contents");
  // A table keeps one row, empty if need be.
  table.range = { ...table.range, rows: Math.max(2, table.range.rows - count) };
}
