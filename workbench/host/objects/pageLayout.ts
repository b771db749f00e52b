import type { GridRange, SheetId } from "../../grid/contract";
import { oneOf, rangeOf } from "../arguments";
import type { Book } from "../book";
import type { HostObject, Scalar } from "../objectModel";
import { itemNotFound } from "../officeError";
import { rangeAt } from "../rangeWalk";

/** Excel's own values where nobody set another. */
const STORED: Readonly<Record<string, unknown>> = {
  PaperSize: "A4",
  CenterHorizontally: false,
  CenterVertically: false,
  PrintGridlines: false,
  PrintHeadings: false,
  Zoom: { scale: 100 },
};

/** How a sheet prints: area and orientation are known to the host, the rest is stored. */
export function pageLayout(book: Book, id: SheetId, key: string): HostObject {
  const state = book.state(id);
  const stored = (name: string, fallback: unknown, check = (value: unknown) => value): Scalar => ({
    read: () => book.bags.read(key, name) ?? fallback,
    write: (value) => book.bags.write(key, name, check(value)),
  });
  const area = () => (state.printArea ? book.make.areas([{ sheet: id, ...state.printArea }]) : null);
  const titles = (name: string) => ({
    set: (value: unknown) =>
      book.bags.write(key, name, typeof value === "string" ? rangeAt(book, value, id) : rangeOf(value, name)),
    get: () => {
      const range = book.bags.read(key, name);
      return range ? book.make.range(range as GridRange) : null;
    },
  });
  const [rows, columns] = [titles("TitleRows"), titles("TitleColumns")];
  return {
    type: "PageLayout",
    key,
    scalars: {
      Orientation: stored("Orientation", "Portrait", (value) =>
        oneOf(value, ["Portrait", "Landscape"], "orientation"),
      ),
      ...Object.fromEntries(Object.entries(STORED).map(([name, fallback]) => [name, stored(name, fallback)])),
    },
    methods: {
      SetPrintArea: (value) => {
        const {
          row,
          column,
          rows: height,
          columns: width,
        } = typeof value === "string" ? rangeAt(book, value, id) : rangeOf(value, "printArea");
        state.printArea = { row, column, rows: height, columns: width };
      },
      GetPrintAreaOrNullObject: area,
      GetPrintArea: () => {
        const found = area();
        if (!found) throw itemNotFound("print area");
        return found;
      },
      SetPrintTitleRows: (value) => rows.set(value),
      SetPrintTitleColumns: (value) => columns.set(value),
      GetPrintTitleRowsOrNullObject: () => rows.get(),
      GetPrintTitleColumnsOrNullObject: () => columns.get(),
      SetPrintMargins: (unit, margins) => book.bags.write(key, "Margins", { unit, margins }),
    },
  };
}
