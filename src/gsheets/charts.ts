import type { PlannedChart } from "../dashboard";
import type { Rectangle } from "../sales/rectangle";
import type { EmbeddedChart, GridRange } from "./api";

const TYPES = {
  line: { chartType: "LINE" },
  column: { chartType: "COLUMN" },
  bar: { chartType: "BAR" },
  "stacked-column": { chartType: "COLUMN", stackedType: "STACKED" },
} as const satisfies Record<PlannedChart["kind"], object>;

export const gridRange = (sheetId: number, { row, column, rows, columns }: Rectangle): GridRange => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + rows,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

/** A chart over the cells it covers; `pixels` gives the size of rows and columns. */
export function embeddedChart(
  chart: PlannedChart,
  sheetId: number,
  pixels: (area: Rectangle) => { readonly width: number; readonly height: number },
): EmbeddedChart {
  const { title, kind, at, data } = chart;
  const column = (index: number) => ({
    sourceRange: {
      sources: [gridRange(sheetId, { ...data, column: data.column + index, columns: 1 })],
    },
  });
  const type = TYPES[kind];
  // Of a bar chart Google wants the values below.
  const targetAxis = kind === "bar" ? "BOTTOM_AXIS" : "LEFT_AXIS";
  const { width, height } = pixels(at);
  return {
    spec: {
      title,
      altText: title,
      hiddenDimensionStrategy: "SHOW_ALL",
      basicChart: {
        ...type,
        headerCount: 1,
        legendPosition: data.columns > 2 ? "BOTTOM_LEGEND" : "NO_LEGEND",
        domains: [{ domain: column(0) }],
        series: Array.from({ length: data.columns - 1 }, (_, index) => ({
          series: column(index + 1),
          targetAxis,
        })),
      },
    },
    position: {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: at.row, columnIndex: at.column },
        widthPixels: width,
        heightPixels: height,
      },
    },
  };
}
