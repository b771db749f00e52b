import type { GridRange, SheetId } from "../../grid/contract";
import { flag, oneOf, optional, rangeOf, whole } from "../arguments";
import type { Book } from "../book";
import { PAPER_SIZES } from "../enumerations";
import { withinLimit } from "../limits";
import type { HostObject, Scalar } from "../objectModel";
import { itemNotFound } from "../officeError";
import { rangeAt } from "../rangeWalk";

type Read = (value: unknown, what: string) => unknown;

/** Excel's default values, and the allowed ones. */
const STORED: Readonly<Record<string, readonly [unknown, Read]>> = {
  PaperSize: ["A4", (value, what) => oneOf(value, PAPER_SIZES, what)],
  Orientation: ["Portrait", (value, what) => oneOf(value, ["Portrait", "Landscape"], what)],
  CenterHorizontally: [false, flag],
  CenterVertically: [false, flag],
  PrintGridlines: [false, flag],
  PrintHeadings: [false, flag],
  Zoom: [{ scale: 100 }, zoom],
};

/** A scale, or pages across and down. */
function zoom(value: unknown, what: string): unknown {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const check = (name: string, limit: "printScale" | "pagesFitted") => {
    const part = optional(given[name], whole, `${what}.${name}`);
    if (part !== undefined) withinLimit(limit, part, `${what}.${name}`);
  };
  check("scale", "printScale");
  check("horizontalFitToPages", "pagesFitted");
  check("verticalFitToPages", "pagesFitted");
  return value;
}

/** A sheet's page layout: area and orientation are known to the host, the rest is stored. */
export function pageLayout(book: Book, id: SheetId, key: string): HostObject {
  const state = book.state(id);
  const stored = (name: string, fallback: unknown, check: Read): Scalar => ({
    read: () => book.bags.read(key, name) ?? fallback,
    write: (value) => put(name, check(value, name)),
  });
  const put = (name: string, value: unknown) => {
    book.assertUnprotected(id);
    book.bags.write(key, name, value);
  };
  const area = () => (state.printArea ? book.make.areas([{ sheet: id, ...state.printArea }]) : null);
  const titles = (name: string) => ({
    set: (value: unknown) =>
      put(name, typeof value === "string" ? rangeAt(book, value, id) : rangeOf(value, name)),
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
      ...Object.fromEntries(
        Object.entries(STORED).map(([name, [fallback, check]]) => [name, stored(name, fallback, check)]),
      ),
    },
    methods: {
      SetPrintArea: (value) => {
        book.assertUnprotected(id);
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
      SetPrintMargins: (unit, margins) => put("Margins", { unit, margins }),
    },
  };
}
