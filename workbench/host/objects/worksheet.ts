import { formatRectangle } from "../../../src/sales/a1";
import { WHOLE_SHEET } from "../../../src/sales/rectangle";
import type { SheetId } from "../../grid/contract";
import { flag, oneOf, optional, rangeOf, text, whole } from "../arguments";
import type { Book } from "../book";
import type { Visibility } from "../bookState";
import { colorOrNone } from "../colors";
import { EVENT } from "../events";
import type { HostObject } from "../objectModel";
import { invalidArgument, OfficeError } from "../officeError";
import { rangeAt, within } from "../rangeWalk";
import { assertSheetName } from "../sheetNames";
import { nameCollection } from "./names";
import { pageBreaks } from "./pageBreaks";
import { pageLayout } from "./pageLayout";
import { copySheet, deleteSheet, visibleSheets } from "./sheetLife";
import { tableCollection } from "./tables";

const VISIBILITIES: readonly Visibility[] = ["Visible", "Hidden", "VeryHidden"];

/** A Worksheet: its display, its contents, and the ranges on it. */
export function worksheetObject(book: Book, id: SheetId): HostObject {
  const state = book.state(id);
  const { grid, events } = book;
  const key = `sheet/${id}`;
  const neighbour = (step: 1 | -1, visibleOnly: unknown) => {
    const sheets = visibleOnly === true ? visibleSheets(book) : grid.sheetIds();
    return sheets[sheets.indexOf(id) + step];
  };
  const used = (valuesOnly: unknown) => grid.usedRange(id, valuesOnly === true);
  return {
    type: "Worksheet",
    key,
    id: { Id: id },
    scalars: {
      Id: { read: () => id },
      Name: {
        read: () => grid.sheetName(id),
        write: (value) => {
          book.assertStructure();
          rename(book, id, text(value, "name"));
        },
      },
      Position: {
        read: () => grid.sheetIds().indexOf(id),
        write: (value) => {
          book.assertStructure();
          grid.moveSheet(id, place(book, value));
        },
      },
      Visibility: {
        read: () => state.visibility,
        write: (value) => {
          book.assertStructure();
          setVisibility(book, id, oneOf(value, VISIBILITIES, "visibility"));
        },
      },
      TabColor: {
        read: () => state.tabColor,
        write: (value) => {
          book.assertStructure();
          state.tabColor = colorOrNone(value, "tabColor");
        },
      },
      ShowGridlines: { read: () => state.showGridlines },
      Gridlines: {
        read: () => state.showGridlines,
        write: (value) => {
          state.showGridlines = flag(value, "showGridlines");
          grid.setGridlines(id, state.showGridlines);
        },
      },
      ShowHeadings: { read: () => state.showHeadings },
      Headings: {
        read: () => state.showHeadings,
        write: (value) => {
          state.showHeadings = flag(value, "showHeadings");
        },
      },
      StandardHeight: { read: () => 15 },
    },
    links: {
      Tables: () => tableCollection(book, id),
      Names: () => nameCollection(book, id),
      Charts: () => book.make.charts(id),
      Protection: () => protection(book, id, `${key}/Protection`),
      FreezePanes: () => freezePanes(book, id, `${key}/FreezePanes`),
      PageLayout: () => pageLayout(book, id, `${key}/PageLayout`),
      HorizontalPageBreaks: () => pageBreaks(book, id, `${key}/HorizontalPageBreaks`, "row"),
      VerticalPageBreaks: () => pageBreaks(book, id, `${key}/VerticalPageBreaks`, "column"),
    },
    methods: {
      Activate: () => {
        if (state.visibility !== "Visible")
          throw new OfficeError("InvalidOperation", "A hidden worksheet cannot be activated.");
        grid.activateSheet(id);
      },
      Calculate: () => book.recalculate(id),
      Delete: () => {
        book.assertStructure();
        deleteSheet(book, id);
      },
      Copy: (position, relativeTo) => {
        book.assertStructure();
        return copySheet(book, id, position, relativeTo);
      },
      GetRange: (address) =>
        book.make.range(
          typeof address === "string" && address !== ""
            ? rangeAt(book, address, id)
            : { sheet: id, ...WHOLE_SHEET },
        ),
      GetRanges: (address) =>
        book.make.areas(
          text(address ?? formatRectangle(WHOLE_SHEET), "address")
            .split(",")
            .map((part) => rangeAt(book, part, id)),
        ),
      GetCell: (row, column) =>
        book.make.range(
          within({ sheet: id, row: whole(row, "row"), column: whole(column, "column"), rows: 1, columns: 1 }),
        ),
      GetRangeByIndexes: (row, column, rows, columns) =>
        book.make.range(
          within({
            sheet: id,
            row: whole(row, "startRow"),
            column: whole(column, "startColumn"),
            rows: whole(rows, "rowCount"),
            columns: whole(columns, "columnCount"),
          }),
        ),
      // An empty sheet's used range is its first cell.
      GetUsedRange: (valuesOnly) =>
        book.make.range(used(valuesOnly) ?? { sheet: id, row: 0, column: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const range = used(valuesOnly);
        return range ? book.make.range(range) : null;
      },
      GetNextOrNullObject: (visibleOnly) => orNull(book, neighbour(1, visibleOnly)),
      GetPreviousOrNullObject: (visibleOnly) => orNull(book, neighbour(-1, visibleOnly)),
      _GetSheetById: (other) => book.make.worksheet(text(other, "id")),
      _GetAnotherWorksheetById: (other) => book.make.worksheet(text(other, "id")),
    },
  };

  function rename(of: Book, sheet: SheetId, name: string): void {
    const others = grid.sheetIds().filter((other) => other !== sheet);
    assertSheetName(name, others.map(grid.sheetName, grid));
    const nameBefore = grid.sheetName(sheet);
    grid.renameSheet(sheet, name);
    of.publishNames(sheet);
    events.fire(EVENT.NameChanged, sheet, {
      worksheetId: sheet,
      nameBefore,
      nameAfter: name,
      source: "Local",
    });
  }
}

function place(book: Book, value: unknown): number {
  const position = whole(value, "position");
  if (position < 0 || position >= book.grid.sheetIds().length)
    throw invalidArgument("position lies outside the workbook.");
  return position;
}

const orNull = (book: Book, id: SheetId | undefined) => (id === undefined ? null : book.make.worksheet(id));

function setVisibility(book: Book, id: SheetId, visibility: Visibility): void {
  const state = book.state(id);
  if (state.visibility === visibility) return;
  const others = visibleSheets(book).filter((other) => other !== id);
  if (visibility !== "Visible" && others.length === 0)
    throw new OfficeError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  const visibilityBefore = state.visibility;
  state.visibility = visibility;
  book.grid.setSheetHidden(id, visibility !== "Visible", visibility === "VeryHidden");
  if (book.grid.activeSheet() === id && visibility !== "Visible") book.grid.activateSheet(others[0] ?? id);
  book.events.fire(EVENT.VisibilityChanged, id, {
    worksheetId: id,
    visibilityBefore,
    visibilityAfter: visibility,
    source: "Local",
  });
}

function protection(book: Book, id: SheetId, key: string): HostObject {
  const state = book.state(id);
  return {
    type: "WorksheetProtection",
    key,
    scalars: {
      Protected: { read: () => state.protection !== undefined },
      Options: { read: () => state.protection?.options ?? null },
    },
    methods: {
      Protect: (options, password) => {
        if (state.protection)
          throw new OfficeError("InvalidOperation", "The worksheet is protected already.");
        state.protection = {
          options: (options ?? {}) as Readonly<Record<string, unknown>>,
          password: optional(password, text, "password"),
        };
      },
      Unprotect: (password) => {
        const wanted = state.protection?.password;
        if (wanted !== undefined && wanted !== password)
          throw new OfficeError("InvalidArgument", "The password is not right.");
        state.protection = undefined;
      },
    },
  };
}

function freezePanes(book: Book, id: SheetId, key: string): HostObject {
  const state = book.state(id);
  const freeze = (rows: number, columns: number) => {
    if (rows < 0 || columns < 0) throw invalidArgument("Panes of a negative count of rows or columns.");
    book.assertUnprotected(id);
    state.freeze = { rows, columns };
    book.grid.setFreeze(id, rows, columns);
  };
  const location = () => {
    const { rows, columns } = state.freeze;
    if (rows === 0 && columns === 0) return null;
    const range = {
      sheet: id,
      row: 0,
      column: 0,
      rows: rows || WHOLE_SHEET.rows,
      columns: columns || WHOLE_SHEET.columns,
    };
    return book.make.range(range);
  };
  return {
    type: "WorksheetFreezePanes",
    key,
    methods: {
      FreezeRows: (count) => freeze(whole(count ?? 1, "count"), 0),
      FreezeColumns: (count) => freeze(0, whole(count ?? 1, "count")),
      FreezeAt: (at) => {
        const range = typeof at === "string" ? rangeAt(book, at, id) : rangeOf(at, "frozenRange");
        freeze(
          range.rows === WHOLE_SHEET.rows ? 0 : range.row + range.rows,
          range.columns === WHOLE_SHEET.columns ? 0 : range.column + range.columns,
        );
      },
      Unfreeze: () => freeze(0, 0),
      GetLocationOrNullObject: location,
      GetLocation: () => location() ?? book.make.range({ sheet: id, row: 0, column: 0, rows: 1, columns: 1 }),
    },
  };
}
