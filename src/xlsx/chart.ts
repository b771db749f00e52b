import type { SheetChart } from "hucre";
import { sheetReference } from "../sales/a1";
import type { ChartModel } from "./model";
import { bareColor } from "./style";

/** The accent, then greys: no series may be mistaken for a tier. */
const SERIES_COLORS = ["#12496B", "#B9C4CE", "#8794A1", "#D8DEE4"] as const;

const INK = "595959";

const AXIS = { labelFontSize: 9, labelColor: INK, majorTickMark: "none", minorTickMark: "none" } as const;

type Face = Pick<SheetChart, "type" | "barGrouping" | "overlap" | "gapWidth" | "showLineMarkers">;

const FACES: Readonly<Record<ChartModel["kind"], Face>> = {
  column: { type: "column", barGrouping: "clustered", gapWidth: 60 },
  "stacked-column": { type: "column", barGrouping: "stacked", overlap: 100, gapWidth: 60 },
  bar: { type: "bar", barGrouping: "clustered", gapWidth: 50 },
  line: { type: "line", showLineMarkers: false },
};

/**
 * A chart over cells of its sheet: names from the data's first row, categories from its first column. Series names
 * are written as references (see `patch.ts`), so that they follow the cells.
 */
export function sheetChart(chart: ChartModel, sheet: string): SheetChart {
  const { data, at } = chart;
  const part = (row: number, column: number, rows: number): string =>
    sheetReference(sheet, { row, column, rows, columns: 1 });
  const lying = chart.kind === "bar";
  const first = data.row + 1;
  const length = data.rows - 1;
  const series = Array.from({ length: data.columns - 1 }, (_, index) => ({
    name: part(data.row, data.column + 1 + index, 1),
    values: part(first, data.column + 1 + index, length),
    categories: part(first, data.column, length),
    color: bareColor(SERIES_COLORS[index % SERIES_COLORS.length] ?? SERIES_COLORS[0]),
  }));
  return {
    ...FACES[chart.kind],
    title: chart.title,
    titleFontSize: 11,
    titleBold: true,
    titleColor: INK,
    frameTitle: chart.name,
    altText: chart.title,
    series,
    legend: series.length > 1 ? "bottom" : false,
    legendFontSize: 9,
    legendFontColor: INK,
    anchor: {
      from: { row: at.row, col: at.column },
      to: { row: at.row + at.rows, col: at.column + at.columns },
    },
    axes: {
      x: { ...AXIS, reverse: lying },
      y: {
        ...AXIS,
        // The categories of a bar chart read from top to bottom; the scale stays below them.
        ...(lying && { crosses: "max" as const }),
        gridlines: { major: true },
        numberFormat: chart.scaleFormat
          ? { formatCode: chart.scaleFormat, sourceLinked: false }
          : { formatCode: "General", sourceLinked: true },
      },
    },
    chartSpaceBorderColor: "FFFFFF",
    dispBlanksAs: "gap",
  };
}
