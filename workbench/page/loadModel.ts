/** A workbook as data → into an open, empty grid and its host. */

import { parseRectangle, splitSheet } from "../../src/sales/a1";
import type { SheetModel, StyleModel, WorkbookModel } from "../../src/xlsx/model";
import type { CellFace, SheetId } from "../grid/contract";
import type { UniverGrid } from "../grid/univerGrid";
import { captionedSeries } from "../host/chartSeries";
import type { Host } from "../host/host";
import { addSheet } from "../host/objects/sheetLife";
import type { Snapshot } from "../host/snapshot";
import { restore, snapshot } from "../host/snapshot";
import { pixelsOfCharacters, pixelsOfPoints } from "./units";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Throws for a workbook without a visible sheet. */
export function loadModel(model: WorkbookModel, grid: UniverGrid, { book }: Pick<Host, "book">): void {
  const ids = model.sheets.map((sheet, index) => {
    const first = grid.sheetIds()[0];
    if (index > 0 || first === undefined) return addSheet(book, sheet.name);
    grid.renameSheet(first, sheet.name);
    return first;
  });
  const front = ids[model.activeSheet];
  const inFront = model.sheets[model.activeSheet]?.visibility === "visible" ? front : undefined;
  const active = inFront ?? ids[model.sheets.findIndex((sheet) => sheet.visibility === "visible")];
  if (active === undefined) throw new Error("the workbook has no visible sheet");
  // Names before formulas, so that formulas find them; the host publishes them to the grid.
  for (const { name, refersTo } of model.names) grid.setName(name, refersTo);
  model.sheets.forEach((sheet, index) => {
    const id = ids[index];
    if (id !== undefined) loadSheet(grid, id, sheet);
  });
  grid.activateSheet(active);
  model.sheets.forEach((sheet, index) => {
    const id = ids[index];
    if (id !== undefined && sheet.visibility !== "visible") {
      grid.setSheetHidden(id, true, sheet.visibility === "veryHidden");
    }
  });
  restore(
    book,
    hostPart(model, ids, grid, snapshot(book), (prefix) => book.newId(prefix)),
  );
}

function loadSheet(grid: UniverGrid, id: SheetId, sheet: SheetModel): void {
  for (const { row, column, values } of sheet.blocks) {
    grid.writeValues(
      { sheet: id, row, column, rows: values.length, columns: values[0]?.length ?? 0 },
      values,
    );
  }
  for (const { range, style } of sheet.styles) grid.setFace({ sheet: id, ...range }, faceOf(style));
  for (const { row, column, formula, values } of sheet.formulas) {
    const { error } = grid.writeFormula(id, row, column, `=${formula}`);
    if (error !== undefined)
      grid.writeValues({ sheet: id, row, column, rows: 1, columns: 1 }, [[values[0]?.[0] ?? null]]);
  }
  for (const [column, width] of Object.entries(sheet.columnWidths)) {
    grid.setColumnWidth(id, Number(column), 1, pixelsOfCharacters(width));
  }
  for (const [row, height] of Object.entries(sheet.rowHeights)) {
    grid.setRowHeight(id, Number(row), 1, pixelsOfPoints(height));
  }
  for (const range of sheet.merges) grid.merge({ sheet: id, ...range });
  sheet.conditionalFormats.forEach(({ range, formula, fill, color, bold }, index) => {
    grid.setConditionalFormat({
      id: `${id}-cf${index}`,
      range: { sheet: id, ...range },
      formula: `=${formula}`,
      ...(fill ? { fill } : {}),
      ...(color ? { color } : {}),
      ...(bold ? { bold } : {}),
    });
  });
  for (const { range, list, strict } of sheet.validations) {
    const items = "formula" in list ? { formula: `=${list.formula}` } : list;
    grid.setValidationList({ range: { sheet: id, ...range }, items, strict });
  }
  if (sheet.freeze) grid.setFreeze(id, sheet.freeze.rows, sheet.freeze.columns);
  grid.setGridlines(id, sheet.showGridlines);
}

/** The host's part of a model, beside the cells. */
function hostPart(
  model: WorkbookModel,
  ids: readonly SheetId[],
  grid: UniverGrid,
  empty: Snapshot,
  newId: (prefix: string) => string,
): Snapshot {
  const idOf = (name: string | undefined) => ids[model.sheets.findIndex((sheet) => sheet.name === name)];
  const withIds = model.sheets.flatMap((sheet, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ id, sheet }];
  });
  return {
    ...empty,
    sheets: empty.sheets.map((state) => {
      const sheet = withIds.find(({ id }) => id === state.id)?.sheet;
      if (!sheet) return state;
      return {
        ...state,
        visibility: VISIBILITY[sheet.visibility],
        tabColor: sheet.tabColor ?? "",
        showGridlines: sheet.showGridlines,
        freeze: sheet.freeze ?? { rows: 0, columns: 0 },
        ...(sheet.print?.area ? { printArea: sheet.print.area } : {}),
      };
    }),
    tables: withIds.flatMap(({ id, sheet }) =>
      sheet.tables.map((table) => ({
        id: newId("table"),
        name: table.name,
        range: { sheet: id, ...table.range },
        showHeaders: true,
        showTotals: false,
        style: "TableStyleMedium2",
      })),
    ),
    names: model.names.map(({ name, refersTo, hidden }) => {
      const { sheet, local } = splitSheet(refersTo);
      const [range, id] = [parseRectangle(local), idOf(sheet)];
      return {
        name,
        refersTo: range && id ? { sheet: id, ...range } : `=${refersTo}`,
        visible: !hidden,
        comment: "",
      };
    }),
    conditionalFormats: withIds.flatMap(({ id, sheet }) =>
      sheet.conditionalFormats.map(({ range, formula, fill, color, bold }, index) => ({
        id: `${id}-cf${index}`,
        type: "Custom",
        range: { sheet: id, ...range },
        priority: index,
        rule: { formula: `=${formula}` },
        face: { ...(fill ? { fill } : {}), ...(color ? { color } : {}), ...(bold ? { bold } : {}) },
      })),
    ),
    validations: withIds.flatMap(({ id, sheet }) =>
      sheet.validations.map(({ range, list, strict }) => ({
        range: { sheet: id, ...range },
        rule: {
          list: { inCellDropDown: true, source: "formula" in list ? `=${list.formula}` : list.join(",") },
        },
        errorAlert: { showAlert: true, style: strict ? "Stop" : "Warning" },
        ignoreBlanks: true,
      })),
    ),
    charts: grid.charts().map((chart) => ({
      ...chart,
      series: captionedSeries(chart).map((series, index) => ({ ...series, id: `series${index}` })),
    })),
    stored: [
      ...empty.stored,
      ...withIds.flatMap(({ id, sheet }) => {
        if (!sheet.print) return [];
        const { orientation, fitToWidth, fitToHeight } = sheet.print;
        const layout = {
          Orientation: orientation === "landscape" ? "Landscape" : "Portrait",
          ...(fitToWidth || fitToHeight
            ? { Zoom: { horizontalFitToPages: fitToWidth, verticalFitToPages: fitToHeight } }
            : {}),
        };
        return [[`sheet/${id}/PageLayout`, layout] as [string, Record<string, unknown>]];
      }),
    ],
  };
}

function faceOf(style: StyleModel): CellFace {
  const { align, verticalAlign, wrap, indent, borders, ...same } = style;
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const edges = Object.entries(borders ?? {}).map(
    ([edge, color]) => [`Edge${capital(edge)}`, color] as const,
  );
  return {
    ...same,
    ...(align ? { horizontalAlignment: capital(align) } : {}),
    ...(indent ? { indentLevel: indent } : {}),
    ...(verticalAlign ? { verticalAlignment: capital(verticalAlign) } : {}),
    ...(wrap ? { wrapText: true } : {}),
    ...(edges.length > 0 ? { borders: Object.fromEntries(edges) } : {}),
  };
}
