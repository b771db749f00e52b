import type { CellContent, CellStyle, PlannedCell, SheetPlan } from "../dashboard";
import { cell, formula, HEIGHTS, STYLES, text, withinLimits } from "../dashboard";
import { address } from "../sales/a1";
import type { Rectangle } from "../sales/rectangle";
import type { Language } from "../sales/text";
import type { Places } from "./parse";
import { type Cell, type Cells, type FieldOf, fieldsOf, type KeptColumn, type KeptTable } from "./table";

const TEXT_FORMAT = "@";
const HEADING_ROW = 3;
const FIRST_ROW = HEADING_ROW + 1;
const LINE_POINTS = 13;
const LINE_MARGIN = 6;

/** The visible sheet of a kept table with its first rows: written once, the user's from then on. */
export function keptSheet<V extends object, Row>(
  table: KeptTable<V, Row>,
  given: readonly Cells<FieldOf<V>>[],
  language: Language,
): SheetPlan {
  const fields = fieldsOf(table);
  const columns = Object.entries<KeptColumn<FieldOf<V>, unknown>>(table.columns);
  const places = Object.fromEntries(fields.map((field, place) => [field, place])) as Places<FieldOf<V>>;
  // A table needs one row under its headings, even an empty one.
  const rows = Math.max(1, given.length);
  const body = (column: number): Rectangle => ({
    row: FIRST_ROW,
    column,
    rows: rows + table.spareRows,
    columns: 1,
  });
  const width = fields.length;
  return withinLimits({
    name: table.title[language],
    cells: [
      cell(0, 0, text(table.title[language]), STYLES.title),
      cell(1, 0, text(table.help[language]), STYLES.help),
      ...columns.map(([, { caption, align }], column) =>
        cell(HEADING_ROW, column, text(caption[language]), HEADING_STYLES[align ?? "left"]),
      ),
      ...Array.from({ length: rows + table.spareRows }, (_, index) =>
        rowCells(
          table,
          places,
          FIRST_ROW + index,
          index < rows ? (given[index] ?? (NO_CELLS as Cells<FieldOf<V>>)) : undefined,
          language,
        ),
      ).flat(),
    ],
    columnWidths: Object.fromEntries(
      columns.map(([, { width: characters }], column) => [column, characters]),
    ),
    rowHeights: {
      0: HEIGHTS.title,
      1: HEIGHTS.caption,
      [HEADING_ROW]: HEIGHTS.heading,
      ...(table.isWrapped &&
        Object.fromEntries(given.map((cells, index) => [FIRST_ROW + index, heightOf(table, cells)]))),
    },
    merges: [],
    conditionalFormats: columns.flatMap(([, { alertSign }], column) =>
      alertSign
        ? [{ range: body(column), tier: "alerte" as const, formula: holdsSign(alertSign, column) }]
        : [],
    ),
    validations: columns.flatMap(([, { list }], column) =>
      list ? [{ range: body(column), list: list(language), strict: false }] : [],
    ),
    numberRules: columns.flatMap(([, { numberExample }], column) =>
      numberExample ? [{ range: body(column), title: table.title[language], example: numberExample }] : [],
    ),
    charts: [],
    names: [],
    tables: [{ name: table.name, range: { row: HEADING_ROW, column: 0, rows: rows + 1, columns: width } }],
    freeze: { rows: FIRST_ROW, columns: table.frozenColumns ?? 0 },
    showGridlines: true,
    print: {
      orientation: table.orientation ?? "landscape",
      area: { row: 0, column: 0, rows: FIRST_ROW + rows, columns: width },
      fitToWidth: 1,
      fitToHeight: 0,
    },
  });
}

const NO_CELLS: Cells = {};
const HEADING_STYLES = {
  left: STYLES.heading,
  center: STYLES.headingCenter,
  right: STYLES.headingRight,
} as const;
const BODY_STYLES = { left: STYLES.member, center: STYLES.tier, right: STYLES.figure } as const;

/** One row's cells where the columns stand, computed ones included; without `cells` it is a spare row. */
export function rowCells<V extends object, Row>(
  table: KeptTable<V, Row>,
  places: Places<FieldOf<V>>,
  row: number,
  cells: Cells<FieldOf<V>> | undefined,
  language: Language,
): PlannedCell[] {
  const at = (field: FieldOf<V>) => {
    const place = places[field];
    return place === undefined ? undefined : address(row, place);
  };
  return fieldsOf(table).flatMap((field) => {
    const place = places[field];
    if (place === undefined) return [];
    const column = table.columns[field];
    const computed = cells && column.formula?.(at, language);
    const content = computed ? formula(computed) : contentOf(cells?.[field]);
    return [cell(row, place, content, styleOf(table, column, cells))];
  });
}

function styleOf<V extends object, Row>(
  { isWrapped }: KeptTable<V, Row>,
  { align, format = TEXT_FORMAT }: KeptColumn<FieldOf<V>, unknown>,
  cells: Cells<FieldOf<V>> = NO_CELLS as Cells<FieldOf<V>>,
): CellStyle {
  const numberFormat = typeof format === "string" ? format : format(cells);
  const style = { ...BODY_STYLES[align ?? "left"], numberFormat };
  if (!isWrapped) return style;
  // Lines between rows that are there, for paper shows no grid.
  const filled: CellStyle = Object.keys(cells).length > 0 ? { border: "bottom" } : {};
  return { ...style, ...(!align && { wrap: true }), verticalAlign: "top", ...filled };
}

function contentOf(value: Cell | undefined): CellContent {
  if (typeof value === "number") return { kind: "number", value };
  return value ? text(value) : { kind: "empty" };
}

const holdsSign = (sign: string, column: number): string =>
  `=ISNUMBER(SEARCH("${sign}",${address(FIRST_ROW, column)}))`;

/** As many lines as the longest text needs in its column. */
function heightOf<V extends object, Row>(table: KeptTable<V, Row>, cells: Cells<FieldOf<V>>): number {
  const lines = fieldsOf(table).map((field) =>
    Math.ceil(String(cells[field] ?? "").length / table.columns[field].width),
  );
  return Math.max(1, ...lines) * LINE_POINTS + LINE_MARGIN;
}
