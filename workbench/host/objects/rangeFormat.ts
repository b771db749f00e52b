import { formatRectangle } from "../../../src/sales/a1";
import type { Rectangle } from "../../../src/sales/rectangle";
import { contains } from "../../../src/sales/rectangle";
import type { CellFace, GridRange } from "../../grid/contract";
import { flag, number, oneOf, optional, text, whole } from "../arguments";
import type { Book } from "../book";
import { color } from "../colors";
import { BORDER_STYLES, BORDER_WEIGHTS } from "../enumerations";
import { withinLimit } from "../limits";
import type { HostObject, Scalar } from "../objectModel";
import { itemNotFound } from "../officeError";
import { readText, uniform } from "../rangeCells";

/** Office.js measures columns and rows in points, the grid in pixels. */
const PIXELS_PER_POINT = 4 / 3;
const ALIGNMENTS = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICAL_ALIGNMENTS = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

type Plain = Exclude<keyof CellFace, "borders">;
type Reader = (value: unknown, what: string) => unknown;

/** `range.format`: properties that the grid can show go into cell faces, the rest is stored. */
export function rangeFormat(book: Book, range: GridRange, key: string): HostObject {
  const put = (face: CellFace) => {
    book.assertWritable(range);
    book.grid.setFace(range, face);
  };
  const faced = <K extends Plain>(name: K, fallback: unknown, take: Reader): Scalar => ({
    read: () => uniform(book, range, (face) => (face[name] === "" ? fallback : (face[name] ?? fallback))),
    write: (value) => put({ [name]: take(value, name) }),
  });
  const fill: HostObject = {
    type: "RangeFill",
    key: `${key}/Fill`,
    scalars: { Color: faced("fill", "#FFFFFF", color) },
    methods: { Clear: () => put({ fill: "" }) },
  };
  const font: HostObject = {
    type: "RangeFont",
    key: `${key}/Font`,
    scalars: {
      Bold: faced("bold", false, flag),
      Italic: faced("italic", false, flag),
      Color: faced("color", "#000000", color),
      Name: faced("fontName", "Calibri", text),
      Size: faced("size", 11, (value, what) => withinLimit("fontSize", number(value, what), what)),
      Underline: {
        read: () => uniform(book, range, (face) => (face.underline ? "Single" : "None")),
        write: (value) => put({ underline: oneOf(value, UNDERLINES, "underline") !== "None" }),
      },
    },
  };
  return {
    type: "RangeFormat",
    key,
    scalars: {
      HorizontalAlignment: faced("horizontalAlignment", "General", (v, what) => oneOf(v, ALIGNMENTS, what)),
      VerticalAlignment: faced("verticalAlignment", "Bottom", (v, what) =>
        oneOf(v, VERTICAL_ALIGNMENTS, what),
      ),
      WrapText: faced("wrapText", false, flag),
      IndentLevel: faced("indentLevel", 0, (value, what) => withinLimit("indent", whole(value, what), what)),
      ColumnWidth: {
        read: () => common(range.column, range.columns, (c) => book.grid.columnWidth(range.sheet, c)),
        write: (value) => {
          book.assertWritable(range);
          book.grid.setColumnWidth(
            range.sheet,
            range.column,
            range.columns,
            withinLimit("columnWidth", number(value, "columnWidth"), "columnWidth") * PIXELS_PER_POINT,
          );
        },
      },
      RowHeight: {
        read: () => common(range.row, range.rows, (r) => book.grid.rowHeight(range.sheet, r)),
        write: (value) => {
          book.assertWritable(range);
          book.grid.setRowHeight(
            range.sheet,
            range.row,
            range.rows,
            withinLimit("rowHeight", number(value, "rowHeight"), "rowHeight") * PIXELS_PER_POINT,
          );
        },
      },
    },
    links: {
      Fill: () => fill,
      Font: () => font,
      Borders: () => borders(book, range, `${key}/Borders`),
      Protection: () => protection(book, range, `${key}/Protection`),
    },
    methods: {
      AutofitColumns: () => autofit(book, range),
      AutofitRows: () => null,
    },
  };
}

const COMMON_LIMIT = 1000;

function common(from: number, count: number, pixels: (index: number) => number): number | null {
  const first = pixels(from);
  for (let i = 1; i < Math.min(count, COMMON_LIMIT); i++) if (pixels(from + i) !== first) return null;
  return first / PIXELS_PER_POINT;
}

/** The cells that carry an edge of a range, and the side of theirs that it is on. */
const EDGES: Readonly<Record<string, (range: Rectangle) => readonly [Rectangle, string][]>> = {
  EdgeTop: (range) => [[{ ...range, rows: 1 }, "EdgeTop"]],
  EdgeBottom: (range) => [[{ ...range, row: range.row + range.rows - 1, rows: 1 }, "EdgeBottom"]],
  EdgeLeft: (range) => [[{ ...range, columns: 1 }, "EdgeLeft"]],
  EdgeRight: (range) => [[{ ...range, column: range.column + range.columns - 1, columns: 1 }, "EdgeRight"]],
  InsideHorizontal: (range) => (range.rows > 1 ? [[{ ...range, rows: range.rows - 1 }, "EdgeBottom"]] : []),
  InsideVertical: (range) =>
    range.columns > 1 ? [[{ ...range, columns: range.columns - 1 }, "EdgeRight"]] : [],
  DiagonalDown: () => [],
  DiagonalUp: () => [],
};

function borders(book: Book, range: GridRange, key: string): HostObject {
  const names = Object.keys(EDGES);
  const item = (edge: unknown) => {
    const name = names.find((known) => known === edge);
    if (name === undefined) throw itemNotFound(`border ${String(edge)}`);
    return border(book, range, name, `${key}/${name}`);
  };
  return {
    type: "RangeBorderCollection",
    key,
    scalars: { Count: { read: () => names.length } },
    items: () => names.map(item),
    item,
  };
}

function border(book: Book, range: GridRange, name: string, key: string): HostObject {
  const places = () => EDGES[name]?.(range) ?? [];
  const shown = (): string | null => {
    const [place] = places();
    return place
      ? (book.grid.face(range.sheet, place[0].row, place[0].column).borders?.[place[1]] ?? null)
      : null;
  };
  const put = (line: string | null) => {
    book.assertWritable(range);
    for (const [place, side] of places())
      book.grid.setFace({ sheet: range.sheet, ...place }, { borders: { [side]: line } });
  };
  return {
    type: "RangeBorder",
    key,
    scalars: {
      SideIndex: { read: () => name },
      Style: {
        read: () => (shown() === null ? "None" : (book.bags.read(key, "Style") ?? "Continuous")),
        write: (value) => {
          const style = oneOf(value, BORDER_STYLES, "style");
          put(style === "None" ? null : (shown() ?? "#000000"));
          book.bags.write(key, "Style", style);
        },
      },
      Color: { read: () => shown() ?? "#000000", write: (value) => put(color(value, "color")) },
      Weight: {
        read: () => book.bags.read(key, "Weight") ?? "Thin",
        write: (value) => {
          const weight = oneOf(value, BORDER_WEIGHTS, "weight");
          put(shown() ?? "#000000");
          book.bags.write(key, "Weight", weight);
        },
      },
    },
  };
}

/** Cells are locked unless said otherwise; it matters only while the sheet is protected. */
function protection(book: Book, range: GridRange, key: string): HostObject {
  const state = book.state(range.sheet);
  return {
    type: "FormatProtection",
    key,
    scalars: {
      Locked: {
        read: () => !state.unlocked.some((free) => contains(free, range)),
        write: (value) => {
          book.assertWritable(range);
          const locked = optional(value, flag, "locked") ?? true;
          state.unlocked = state.unlocked.filter((free) => !contains(range, free));
          if (!locked) state.unlocked.push(range);
        },
      },
    },
  };
}

const CHARACTER_PIXELS = 7;
const CELL_PADDING_PIXELS = 12;

/** Widths from the longest text of each column: an estimate, as the host has no font to measure with. */
function autofit(book: Book, range: GridRange): void {
  const used = book.grid.usedRange(range.sheet, true);
  if (!used) return;
  for (
    let column = range.column;
    column < Math.min(range.column + range.columns, used.column + used.columns);
    column++
  ) {
    const texts = readText(book, { ...used, column, columns: 1 });
    const longest = Math.max(0, ...texts.map((row) => row[0]?.length ?? 0));
    if (longest > 0)
      book.grid.setColumnWidth(range.sheet, column, 1, longest * CHARACTER_PIXELS + CELL_PADDING_PIXELS);
  }
}

export const rangeKey = (range: GridRange) => `sheet/${range.sheet}/range/${formatRectangle(range)}`;
