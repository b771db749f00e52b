import type { SheetPlan } from "../dashboard";
import { Checksum } from "../sales/checksum";
import type { Rectangle } from "../sales/rectangle";
import type { SheetsRequest } from "./api";
import { CELL_FIELDS, cellFormat, enteredValue } from "./cellData";
import { embeddedChart, gridRange } from "./charts";
import type { BookFound, SheetFound } from "./file";
import type { ShownCell, ShownSheet } from "./shownCell";

const PIXELS_A_CHARACTER = 7;
const CHARACTER_MARGIN = 5;
const PIXELS_A_POINT = 4 / 3;
const USUAL = { width: 100, height: 21 } as const;
/** Google's own lists stop there. */
const LONGEST_LIST = 500;

/** A sheet that is not there yet. */
export const addSheet = (sheetId: number, title: string, index?: number, hidden = false): SheetsRequest => ({
  addSheet: { properties: { sheetId, title, ...(index !== undefined && { index }), hidden } },
});

/** Rows and columns of a sheet. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export const sizeOf = (cells: ShownSheet["cells"]): Size => ({
  rows: cells.length,
  columns: Math.max(0, ...cells.map((line) => line.length)),
});

/**
 * Values and looks of a sheet from its first cell on: all that a refresh or another period changes. `before` is the
 * size last written: what was longer then is emptied.
 */
export const valueRequests = (
  sheetId: number,
  cells: ShownSheet["cells"],
  before: Size = { rows: 0, columns: 0 },
): readonly SheetsRequest[] => [
  {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: Array.from({ length: Math.max(cells.length, before.rows) }, (_, row) => ({
        values: (cells[row] ?? Array<ShownCell>(before.columns).fill({ value: null })).map(cellData),
      })),
      fields: CELL_FIELDS,
    },
  },
];

const cellData = ({ value, style }: ShownCell) => {
  const format = cellFormat(style);
  return { ...enteredValue(value), ...(format && { userEnteredFormat: format }) };
};

/** Mark of all of a plan but its cells' contents: equal marks need no new layout. */
export function layoutMark({ cells, ...rest }: SheetPlan): string {
  const places = cells.map(({ row, column, input }) => [row, column, input === true]);
  const checksum = new Checksum(1);
  checksum.add(0, JSON.stringify([rest, places]));
  return checksum.digest();
}

/** Takes away what an earlier layout left on a sheet. Names go with `replacedNames`. */
export function clearedSheet(found: SheetFound): readonly SheetsRequest[] {
  const { sheetId } = found;
  return [
    { unmergeCells: { range: { sheetId } } },
    { updateCells: { range: { sheetId }, fields: "*" } },
    ...Array.from({ length: found.conditionalFormats }, () => ({
      deleteConditionalFormatRule: { sheetId, index: 0 },
    })),
    ...found.charts.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...found.protections.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
  ];
}

/** Everything about a sheet but its cells' contents. What paper needs has no place in Google's API. */
export function layoutRequests(sheetId: number, plan: SheetPlan, size: Size): readonly SheetsRequest[] {
  const inputs = plan.cells.flatMap(({ row, column, input }) =>
    input ? [gridRange(sheetId, { row, column, rows: 1, columns: 1 })] : [],
  );
  return [
    properties(sheetId, plan, size),
    ...Object.entries(plan.columnWidths).map(([column]) =>
      dimension(sheetId, "COLUMNS", Number(column), columnPixels(plan, Number(column))),
    ),
    ...Object.entries(plan.rowHeights).map(([row]) =>
      dimension(sheetId, "ROWS", Number(row), rowPixels(plan, Number(row))),
    ),
    ...plan.merges.map((range) => ({
      mergeCells: { range: gridRange(sheetId, range), mergeType: "MERGE_ALL" as const },
    })),
    ...plan.validations.map(({ range, list, strict }) => ({
      setDataValidation: {
        range: gridRange(sheetId, range),
        rule: {
          condition: {
            type: "ONE_OF_LIST" as const,
            values: list.slice(0, LONGEST_LIST).map((userEnteredValue) => ({ userEnteredValue })),
          },
          // A list that was cut must not refuse the members it lacks.
          strict: strict && list.length <= LONGEST_LIST,
          showCustomUi: true,
        },
      },
    })),
    ...plan.charts.map((chart) => ({
      addChart: { chart: embeddedChart(chart, sheetId, (area) => pixelsOf(plan, area)) },
    })),
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId },
          unprotectedRanges: inputs,
          description: "Vigie",
          warningOnly: true,
        },
      },
    },
  ];
}

/** The names of plans, pointed to their cells; those that the spreadsheet has already move. */
export const nameRequests = (
  sheetId: number,
  { names }: Pick<SheetPlan, "names">,
  book: BookFound,
): readonly SheetsRequest[] =>
  names.map(({ name, range }) => {
    const known = book.names.find((one) => one.name === name);
    const namedRange = { name, range: gridRange(sheetId, range) };
    return known
      ? { updateNamedRange: { namedRange: { ...namedRange, namedRangeId: known.id }, fields: "name,range" } }
      : { addNamedRange: { namedRange } };
  });

function properties(sheetId: number, plan: SheetPlan, { rows, columns }: Size): SheetsRequest {
  const { freeze, showGridlines } = plan;
  return {
    updateSheetProperties: {
      properties: {
        sheetId,
        gridProperties: {
          // A row and a column more, for Google refuses to freeze all there is.
          rowCount: rows + 1,
          columnCount: columns + 1,
          frozenRowCount: freeze?.rows ?? 0,
          frozenColumnCount: freeze?.columns ?? 0,
          hideGridlines: !showGridlines,
        },
      },
      fields: "gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount,hideGridlines)",
    },
  };
}

const dimension = (
  sheetId: number,
  axis: "ROWS" | "COLUMNS",
  index: number,
  pixelSize: number,
): SheetsRequest => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: axis, startIndex: index, endIndex: index + 1 },
    properties: { pixelSize },
    fields: "pixelSize",
  },
});

const columnPixels = ({ columnWidths }: SheetPlan, column: number): number => {
  const characters = columnWidths[column];
  return characters === undefined
    ? USUAL.width
    : Math.round(characters * PIXELS_A_CHARACTER) + CHARACTER_MARGIN;
};

const rowPixels = ({ rowHeights }: SheetPlan, row: number): number => {
  const points = rowHeights[row];
  return points === undefined ? USUAL.height : Math.round(points * PIXELS_A_POINT);
};

function pixelsOf(plan: SheetPlan, { row, column, rows, columns }: Rectangle) {
  const sum = (count: number, size: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => size(index)).reduce((a, b) => a + b, 0);
  return {
    width: sum(columns, (index) => columnPixels(plan, column + index)),
    height: sum(rows, (index) => rowPixels(plan, row + index)),
  };
}
