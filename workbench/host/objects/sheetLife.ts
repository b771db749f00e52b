import type { SheetId } from "../../grid/contract";
import { oneOf } from "../arguments";
import type { Book } from "../book";
import { newSheetState } from "../bookState";
import { EVENT } from "../events";
import type { HostObject } from "../objectModel";
import { isHostObject } from "../objectModel";
import { OfficeError } from "../officeError";
import { assertSheetName } from "../sheetNames";
import { copyFrom } from "./rangeCopy";

/** The visible sheets, in tab order. */
export const visibleSheets = (book: Book): readonly SheetId[] =>
  book.grid.sheetIds().filter((id) => book.state(id).visibility === "Visible");

/** Adds a sheet at the end, not activated; without a name it is the first free `Feuil…`. */
export function addSheet(book: Book, name: string | undefined, index = book.grid.sheetIds().length): SheetId {
  const { grid } = book;
  const names = grid.sheetIds().map((id) => grid.sheetName(id));
  if (name !== undefined) assertSheetName(name, names);
  const id = `{${book.newId("")}-0001-0000-0000-000000000000}`;
  const active = grid.activeSheet();
  book.sheets.set(id, newSheetState(id));
  grid.addSheet(id, name ?? free(names), index);
  if (grid.activeSheet() !== active) grid.activateSheet(active);
  book.events.fire(EVENT.Added, "", { worksheetId: id, source: "Local" });
  return id;
}

function free(names: readonly string[]): string {
  for (let n = names.length; ; n++) {
    const name = `Feuil${n + 1}`;
    if (!names.some((other) => other.toUpperCase() === name.toUpperCase())) return name;
  }
}

export function deleteSheet(book: Book, id: SheetId): void {
  const state = book.state(id);
  if (state.visibility === "VeryHidden")
    throw new OfficeError("InvalidOperation", "A very hidden worksheet cannot be deleted.");
  const others = visibleSheets(book).filter((other) => other !== id);
  if (others[0] === undefined)
    throw new OfficeError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  if (book.grid.activeSheet() === id) book.grid.activateSheet(others[0]);
  for (const table of [...book.tables.values()]) if (table.range.sheet === id) book.tables.delete(table.id);
  for (const chart of [...book.charts.values()]) if (chart.sheet === id) book.charts.delete(chart.id);
  for (const format of [...book.conditionalFormats.values()])
    if (format.range.sheet === id) book.removeConditionalFormat(format.id);
  book.dropNames(id);
  book.bags.forget(`sheet/${id}`);
  book.sheets.delete(id);
  book.grid.removeSheet(id);
  book.events.fire(EVENT.Deleted, "", { worksheetId: id, source: "Local" });
}

const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

/** Copies cells, formats and widths; tables, charts and conditional formats stay with the original. */
export function copySheet(book: Book, id: SheetId, position: unknown, relativeTo: unknown): HostObject {
  const { grid } = book;
  const order = grid.sheetIds();
  const beside = isHostObject(relativeTo) ? order.indexOf(relativeTo.id?.Id ?? "") : order.indexOf(id);
  const index = { None: order.length, Before: beside, After: beside + 1, Beginning: 0, End: order.length };
  const names = order.map((sheet) => grid.sheetName(sheet));
  let n = 2;
  while (names.includes(`${grid.sheetName(id)} (${n})`)) n++;
  const copy = addSheet(
    book,
    `${grid.sheetName(id)} (${n})`.slice(-31),
    index[oneOf(position ?? "None", POSITIONS, "positionType")],
  );
  const used = grid.usedRange(id, false);
  if (used) {
    copyFrom(book, { ...used, sheet: copy }, used, "All");
    for (let c = used.column; c < used.column + used.columns; c++)
      grid.setColumnWidth(copy, c, 1, grid.columnWidth(id, c));
  }
  return book.make.worksheet(copy);
}
