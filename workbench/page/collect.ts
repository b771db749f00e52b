import type { Rectangle } from "../../src/sales/rectangle";
/** The open workbook as data for the .xlsx writer: cells and looks from the grid, the rest from the host's book. */
import type { ChartModel, FormulaModel, SheetModel, StyleModel, WorkbookModel } from "../../src/xlsx/model";
import type { CellFace, GridRange, SheetId } from "../grid/contract";
import type { UniverGrid } from "../grid/univerGrid";
import type { Host } from "../host/host";
import { collectStyles } from "./collectStyles";
import { charactersOfPixels, pixelsOfPoints, pointsOfPixels } from "./units";

type Book = Host["book"];

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The workbook's cells must be settled. Very hidden sheets come too. */
export function collectWorkbook(grid: UniverGrid, { book }: Pick<Host, "book">): WorkbookModel {
  const ids = grid.sheetIds();
  return {
    title: "Classeur1",
    sheets: ids.map((id) => collectSheet(grid, book, id)),
    names: book.names
      .filter((name) => name.sheet === undefined)
      .map((name) => ({
        name: name.name,
        refersTo: book.refersTo(name),
        ...(!name.visible && { hidden: true }),
      })),
    activeSheet: Math.max(0, ids.indexOf(grid.activeSheet())),
  };
}

function collectSheet(grid: UniverGrid, book: Book, id: SheetId): SheetModel {
  const state = book.state(id);
  const config = grid.workbook.getSheetBySheetId(id)?.getConfig();
  const own = <T extends { readonly range: GridRange }>(items: Iterable<T>) =>
    [...items].filter((item) => item.range.sheet === id);
  const columns = Object.entries(config?.columnData ?? {}).filter(([, column]) => column?.w !== undefined);
  const rows = Object.entries(config?.rowData ?? {}).filter(
    ([, row]) => row?.h !== undefined && row.ia !== 1,
  );
  const { row: frozenRows, column: frozenColumns } = { row: state.freeze.rows, column: state.freeze.columns };
  return {
    name: grid.sheetName(id),
    visibility: VISIBILITY[state.visibility],
    ...collectCells(grid, id),
    styles: collectStyles(grid, id).map(({ range, face }) => ({ range, style: styleModel(face) })),
    columnWidths: Object.fromEntries(
      columns.map(([key, column]) => [key, charactersOfPixels(column?.w ?? 0)]),
    ),
    rowHeights: Object.fromEntries(rows.map(([key, row]) => [key, pointsOfPixels(row?.h ?? 0)])),
    merges: grid.merges(id).map(bare),
    tables: own(book.tables.values()).map((table) => ({
      name: table.name,
      range: bare(table.range),
      columns: (grid.values({ ...table.range, rows: 1 })[0] ?? []).map((cell) => String(cell.value ?? "")),
    })),
    conditionalFormats: own(book.conditionalFormats.values())
      .sort((a, b) => a.priority - b.priority)
      .flatMap(({ range, rule, face }) =>
        rule.formula ? [{ range: bare(range), formula: rule.formula.replace(/^=/, ""), ...face }] : [],
      ),
    validations: own(book.validations).flatMap(({ range, rule, errorAlert }) => {
      const source = (rule.list as { readonly source?: string } | undefined)?.source;
      if (!source) return [];
      const list = source.startsWith("=")
        ? { formula: source.slice(1) }
        : source.split(",").map((item) => item.trim());
      return [{ range: bare(range), list, strict: (errorAlert?.style ?? "Stop") === "Stop" }];
    }),
    charts: [...book.charts.values()]
      .filter((chart) => chart.sheet === id)
      .map((chart) => chartModel(grid, chart)),
    ...(frozenRows || frozenColumns ? { freeze: { rows: frozenRows, columns: frozenColumns } } : {}),
    showGridlines: state.showGridlines,
    ...(state.tabColor ? { tabColor: state.tabColor } : {}),
    ...collectPrint(book, id),
  };
}

function collectCells(grid: UniverGrid, id: SheetId): Pick<SheetModel, "blocks" | "formulas"> {
  const used = grid.usedRange(id, true);
  if (!used) return { blocks: [], formulas: [] };
  const views = grid.values(used);
  const values = views.map((row) => row.map((cell) => cell.value));
  const formulas: FormulaModel[] = [];
  for (const { row, column } of grid.formulaCells(id)) {
    const spill = grid.spillRange(id, row, column) ?? { sheet: id, row, column, rows: 1, columns: 1 };
    const answers = grid.values(spill);
    const first = answers[0]?.[0];
    const text = String(grid.formulas({ sheet: id, row, column, rows: 1, columns: 1 })[0]?.[0] ?? "");
    formulas.push({
      row,
      column,
      formula: text.replace(/^=/, ""),
      values: answers.map((line) => line.map((cell) => cell.value)),
      ...(first?.isError ? { error: String(first.value) } : {}),
    });
    for (let r = spill.row; r < spill.row + spill.rows; r += 1) {
      for (let c = spill.column; c < spill.column + spill.columns; c += 1) {
        const line = values[r - used.row];
        if (line) line[c - used.column] = null;
      }
    }
  }
  return { blocks: [{ row: used.row, column: used.column, values }], formulas };
}

function collectPrint(book: Book, id: SheetId): Pick<SheetModel, "print"> {
  const key = `sheet/${id}/PageLayout`;
  const orientation = book.bags.read(key, "Orientation");
  const zoom = book.bags.read(key, "Zoom") as {
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  } | null;
  const area = book.state(id).printArea;
  if (!orientation && !zoom && !area) return {};
  const breaks = book.bags.read(`sheet/${id}/HorizontalPageBreaks`, "Places") as readonly number[] | null;
  return {
    print: {
      orientation: orientation === "Landscape" ? "landscape" : "portrait",
      ...(area ? { area } : {}),
      fitToWidth: zoom?.horizontalFitToPages ?? 0,
      fitToHeight: zoom?.verticalFitToPages ?? 0,
      ...(breaks?.length ? { breaks } : {}),
    },
  };
}

function chartModel(
  grid: UniverGrid,
  chart: Book["charts"] extends Map<string, infer T> ? T : never,
): ChartModel {
  const line = (at: number, size: (index: number) => number) => {
    let index = 0;
    for (let passed = size(0); passed <= at; passed += size(index)) index += 1;
    return index;
  };
  const width = (column: number) => grid.columnWidth(chart.sheet, column);
  const height = (row: number) => grid.rowHeight(chart.sheet, row);
  const [row, column] = [line(pixelsOfPoints(chart.top), height), line(pixelsOfPoints(chart.left), width)];
  const kind = /^line/i.test(chart.type)
    ? "line"
    : /^bar/i.test(chart.type)
      ? "bar"
      : /stacked/i.test(chart.type)
        ? "stacked-column"
        : "column";
  return {
    name: chart.name,
    title: chart.title,
    kind,
    at: {
      row,
      column,
      rows: Math.max(1, line(pixelsOfPoints(chart.top + chart.height), height) - row),
      columns: Math.max(1, line(pixelsOfPoints(chart.left + chart.width), width) - column),
    },
    data: bare(chart.data),
  };
}

function bare({ row, column, rows, columns }: Rectangle): Rectangle {
  return { row, column, rows, columns };
}

function styleModel(face: CellFace): StyleModel {
  const {
    horizontalAlignment,
    verticalAlignment,
    wrapText,
    indentLevel,
    borders,
    underline: _,
    ...same
  } = face;
  const edges = Object.entries(borders ?? {}).map(([edge, color]) => [
    edge.replace("Edge", "").toLowerCase(),
    color,
  ]);
  return {
    ...same,
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(horizontalAlignment ? { align: horizontalAlignment.toLowerCase() as StyleModel["align"] } : {}),
    ...(verticalAlignment
      ? { verticalAlign: verticalAlignment.toLowerCase() as StyleModel["verticalAlign"] }
      : {}),
    ...(wrapText ? { wrap: true } : {}),
    ...(edges.length > 0 ? { borders: Object.fromEntries(edges) as StyleModel["borders"] } : {}),
  };
}
