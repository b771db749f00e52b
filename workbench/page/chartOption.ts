/** A chart of the workbook as an ECharts option: the data block's first row and column are its captions. */
import type { EChartsCoreOption } from "echarts/core";
import type { CellView, GridChart } from "../grid/contract";

const PALETTE = ["#0F6CBD", "#107C41", "#C19C00", "#B10E1C", "#5C2E91", "#00838F"];
const COMPACT = new Intl.NumberFormat("fr-FR", { notation: "compact", maximumFractionDigits: 1 });

/** @param cells the values of `chart.data`, captions included */
export function chartOption(chart: GridChart, cells: readonly (readonly CellView[])[]): EChartsCoreOption {
  const bySeriesInRows = chart.seriesBy === "Rows";
  const rows = bySeriesInRows ? transpose(cells) : cells;
  const [captions = [], ...lines] = rows;
  const categories = lines.map((line) => text(line[0]));
  const type = /^line/i.test(chart.type) ? "line" : "bar";
  const horizontal = /^bar/i.test(chart.type);
  const stack = /stacked/i.test(chart.type) ? "all" : undefined;
  const series = captions.slice(1).map((caption, index) => ({
    name: text(caption),
    type,
    stack,
    smooth: false,
    symbolSize: 6,
    data: lines.map((line) => numeric(line[index + 1])),
  }));
  const category = { type: "category", data: categories, inverse: horizontal };
  const value = { type: "value", axisLabel: { formatter: (each: number) => COMPACT.format(each) } };
  return {
    animation: false,
    color: PALETTE,
    title: { text: chart.title, left: 12, top: 8, textStyle: { fontSize: 14, fontWeight: 600 } },
    legend: { show: series.length > 1, bottom: 4 },
    tooltip: { trigger: "axis" },
    grid: { left: 12, right: 16, top: 44, bottom: series.length > 1 ? 34 : 12, containLabel: true },
    xAxis: horizontal ? value : category,
    yAxis: horizontal ? category : value,
    series,
  };
}

function transpose<T>(rows: readonly (readonly T[])[]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}
const text = (cell: CellView | undefined) => (cell?.value == null ? "" : String(cell.value));
const numeric = (cell: CellView | undefined) => (typeof cell?.value === "number" ? cell.value : null);
