import type { GridRange, SheetId } from "../../grid/contract";
import { flag, oneOf, optional, rangeOf, text } from "../arguments";
import type { Book } from "../book";
import type { TableState } from "../bookState";
import { TABLE_STYLES } from "../enumerations";
import type { HostObject } from "../objectModel";
import { invalidArgument, OfficeError } from "../officeError";
import { readValues, writeCells } from "../rangeCells";
import { dataBody, rangeAt, shared } from "../rangeWalk";
import { assertDefinedName } from "../sheetNames";
import { collection, sameName } from "./collection";
import { tableColumns, tableRows } from "./tableParts";

/** The tables of the workbook, or of one sheet. */
export function tableCollection(book: Book, sheet?: SheetId): HostObject {
  const own = () =>
    [...book.tables.values()].filter((table) => sheet === undefined || table.range.sheet === sheet);
  return collection({
    type: "TableCollection",
    key: `tables/${sheet ?? ""}`,
    items: () => own().map(book.make.table),
    find: (key) => {
      const found = own().find((table) => table.id === key || sameName(table.name, key));
      return found && book.make.table(found);
    },
    methods: {
      Add: (address, hasHeaders) => {
        const range =
          typeof address === "string" ? rangeAt(book, address, sheet) : rangeOf(address, "address");
        return book.make.table(addTable(book, range, flag(hasHeaders, "hasHeaders")));
      },
    },
  });
}

function addTable(book: Book, range: GridRange, hasHeaders: boolean): TableState {
  book.assertWritable(range);
  if (book.tablesOver(range).length > 0)
    throw new OfficeError("InvalidOperation", "A table can't overlap another table.");
  if (book.grid.merges(range.sheet).some((merged) => shared(merged, range)))
    throw new OfficeError("InvalidOperation", "A table can't hold merged cells.");
  if (!hasHeaders) book.grid.writeValues({ ...range, row: range.row + 1 }, typed(book.grid.formulas(range)));
  if (!hasHeaders)
    book.grid.writeValues({ ...range, rows: 1 }, [Array.from({ length: range.columns }, () => null)]);
  writeHeadings(book, range);
  const rows = hasHeaders ? Math.max(2, range.rows) : range.rows + 1;
  const names = new Set([...book.tables.values()].map((table) => table.name.toUpperCase()));
  let n = 1;
  while (names.has(`TABLEAU${n}`)) n++;
  const state: TableState = {
    id: `{${book.newId("")}-000C-0000-FFFF-FFFF00000000}`,
    name: `Tableau${n}`,
    range: { ...range, rows },
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
  };
  book.tables.set(state.id, state);
  return state;
}

const typed = (cells: ReturnType<Book["grid"]["formulas"]>) =>
  cells.map((row) => row.map((cell) => cell ?? null));

/** A table's headings are texts, none empty, none twice: Excel makes them so. */
function writeHeadings(book: Book, range: GridRange): void {
  const header = { ...range, rows: 1 };
  const seen = new Set<string>();
  const given = readValues(book, header)[0] ?? [];
  const headings = given.map((value, index) => {
    const wanted = value === "" ? `Colonne${index + 1}` : String(value);
    let heading = wanted;
    for (let n = 2; seen.has(heading.toUpperCase()); n++) heading = `${wanted}${n}`;
    seen.add(heading.toUpperCase());
    return heading;
  });
  if (headings.some((heading, index) => heading !== given[index])) book.grid.writeValues(header, [headings]);
}

export function tableObject(book: Book, state: TableState): HostObject {
  const key = `sheet/${state.range.sheet}/table/${state.id}`;
  const row = (at: number): GridRange => ({ ...state.range, row: at, rows: 1 });
  return {
    type: "Table",
    key,
    id: { Id: state.id },
    scalars: {
      Id: { read: () => state.id },
      Name: {
        read: () => state.name,
        write: (value) => {
          const name = text(value, "name");
          const tables = [...book.tables.values()]
            .filter((table) => table !== state)
            .map((table) => table.name);
          assertDefinedName(name, [...tables, ...book.names.map((item) => item.name)]);
          state.name = name;
        },
      },
      Style: {
        read: () => state.style,
        write: (value) => {
          state.style = oneOf(value, TABLE_STYLES, "style");
        },
      },
      ShowHeaders: {
        read: () => state.showHeaders,
        write: (value) => {
          if (!flag(value, "showHeaders"))
            throw new OfficeError("NotImplemented", "This host keeps a table's headings.");
        },
      },
      ShowTotals: {
        read: () => state.showTotals,
        write: (value) => showTotals(book, state, flag(value, "showTotals")),
      },
      ShowBandedRows: stored(book, key, "ShowBandedRows", true),
      ShowBandedColumns: stored(book, key, "ShowBandedColumns", false),
      ShowFilterButton: stored(book, key, "ShowFilterButton", true),
      HighlightFirstColumn: stored(book, key, "HighlightFirstColumn", false),
      HighlightLastColumn: stored(book, key, "HighlightLastColumn", false),
    },
    links: {
      Worksheet: () => book.make.worksheet(state.range.sheet),
      Columns: () => tableColumns(book, state, `${key}/Columns`),
      Rows: () => tableRows(book, state, `${key}/Rows`),
    },
    methods: {
      GetRange: () => book.make.range(state.range),
      GetDataBodyRange: () => book.make.range(dataBody(state)),
      GetHeaderRowRange: () => book.make.range(row(state.range.row)),
      GetTotalRowRange: () => {
        if (!state.showTotals) throw new OfficeError("ItemNotFound", "The table has no total row.");
        return book.make.range(row(state.range.row + state.range.rows - 1));
      },
      Resize: (given) =>
        resize(
          book,
          state,
          typeof given === "string" ? rangeAt(book, given, state.range.sheet) : rangeOf(given, "newRange"),
        ),
      ConvertToRange: () => {
        book.assertWritable(state.range);
        book.tables.delete(state.id);
        return book.make.range(state.range);
      },
      Delete: () => {
        book.assertWritable(state.range);
        book.tables.delete(state.id);
        book.bags.forget(key);
        book.grid.clear(state.range, "all");
      },
      ClearFilters: () => null,
    },
  };
}

function stored(book: Book, key: string, name: string, fallback: unknown) {
  return {
    read: () => book.bags.read(key, name) ?? fallback,
    write: (value: unknown) => book.bags.write(key, name, optional(value, flag, name)),
  };
}

/** The row of totals comes below the table, which has to leave it room, and goes with its contents. */
function showTotals(book: Book, state: TableState, shown: boolean): void {
  if (shown === state.showTotals) return;
  const { range } = state;
  const below = { ...range, row: range.row + range.rows - (shown ? 0 : 1), rows: 1 };
  book.assertWritable(below);
  if (shown) {
    if (book.grid.values(below).some((row) => row.some(({ value }) => value !== null)))
      throw new OfficeError("NotImplemented", "This host moves no cells below a table for its totals.");
    const last = String(readValues(book, { ...range, rows: 1 })[0]?.at(-1) ?? "");
    writeCells(book, { ...below, columns: 1 }, "Total");
    if (range.columns > 1) {
      const at = { ...below, column: range.column + range.columns - 1, columns: 1 };
      writeCells(book, at, `=SUBTOTAL(109,${state.name}[${last}])`);
    }
  } else book.grid.clear(below, "contents");
  state.showTotals = shown;
  state.range = { ...range, rows: range.rows + (shown ? 1 : -1) };
}

/** The headings keep their row, the new range overlaps the old, and touches no other table. */
function resize(book: Book, state: TableState, range: GridRange): void {
  book.assertWritable(range);
  const fits = range.row === state.range.row && shared(range, state.range) !== undefined && range.rows > 1;
  if (!fits) throw invalidArgument("A table is resized over itself, with its headings in the same row.");
  if (book.tablesOver(range).some((table) => table !== state))
    throw new OfficeError("InvalidOperation", "A table can't overlap another table.");
  state.range = range;
  writeHeadings(book, range);
}
