import type { ConditionalRule, DataValidation, WriteSheet } from "hucre";
import { formatRectangle } from "../sales/a1";
import type { Rectangle } from "../sales/rectangle";
import { type Arrays, type SheetCells, sheetCells } from "./cells";
import { sheetChart } from "./chart";
import type { SheetModel } from "./model";
import { bareColor, differentialStyle } from "./style";

/** A width in characters → the file's, which counts the cell's two margins too. */
const fileWidth = (characters: number): number => characters + 0.71;

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.45, bottom: 0.55, header: 0.25, footer: 0.25 };

/** A long validation list, moved to cells: its reference without `=`. */
export type ListReference = (items: readonly string[]) => string | undefined;

/** A sheet in the writer's terms, and the addresses of its error cells. */
export function writeSheet(
  sheet: SheetModel,
  longList: ListReference,
  arrays: Arrays,
): { sheet: WriteSheet; errors: SheetCells["errors"] } {
  const { rows, cells, errors } = sheetCells(sheet, arrays);
  return {
    errors,
    sheet: {
      name: sheet.name,
      rows,
      cells,
      columns: columnsOf(sheet.columnWidths),
      rowDefs: new Map(Object.entries(sheet.rowHeights).map(([row, height]) => [Number(row), { height }])),
      merges: sheet.merges.map(corners),
      tables: sheet.tables.map((table) => ({
        name: table.name,
        // A table without a row of data is no valid table.
        range: formatRectangle({ ...table.range, rows: Math.max(2, table.range.rows) }),
        columns: table.columns.map((name) => ({ name })),
        style: "TableStyleLight1",
      })),
      conditionalRules: sheet.conditionalFormats.map(
        (format, index): ConditionalRule => ({
          type: "expression",
          priority: index + 1,
          range: formatRectangle(format.range),
          formula: format.formula,
          style: differentialStyle(format),
        }),
      ),
      dataValidations: sheet.validations.map((validation) => listValidation(validation, longList)),
      charts: sheet.charts.map((chart) => sheetChart(chart, sheet.name)),
      ...(sheet.freeze && { freezePane: sheet.freeze }),
      view: {
        showGridLines: sheet.showGridlines,
        ...(sheet.tabColor && { tabColor: { rgb: bareColor(sheet.tabColor) } }),
      },
      hidden: sheet.visibility === "hidden",
      veryHidden: sheet.visibility === "veryHidden",
      ...(sheet.print && printSetup(sheet.print)),
    },
  };
}

function listValidation(
  { range, list, strict }: SheetModel["validations"][number],
  longList: ListReference,
): DataValidation {
  const reference = "formula" in list ? list.formula : longList(list);
  return {
    type: "list",
    range: formatRectangle(range),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: strict ? "stop" : "warning",
    ...(reference === undefined ? { values: [...(list as readonly string[])] } : { formula1: reference }),
  };
}

const printSetup = (
  print: NonNullable<SheetModel["print"]>,
): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> => ({
  pageSetup: {
    paperSize: "a4",
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.fitToWidth,
    fitToHeight: print.fitToHeight,
    margins: MARGINS,
    horizontalCentered: true,
  },
  headerFooter: { oddFooter: "&L&8&A&R&8&P / &N" },
  // A break is named by the last row above it.
  ...(print.breaks?.length && { rowBreaks: print.breaks.map((row) => row - 1) }),
});

function columnsOf(widths: SheetModel["columnWidths"]): NonNullable<WriteSheet["columns"]> {
  const last = Math.max(-1, ...Object.keys(widths).map(Number));
  return Array.from({ length: last + 1 }, (_, column) => {
    const width = widths[column];
    return width === undefined ? {} : { width: fileWidth(width) };
  });
}

const corners = ({ row, column, rows, columns }: Rectangle) => ({
  startRow: row,
  startCol: column,
  endRow: row + rows - 1,
  endCol: column + columns - 1,
});
