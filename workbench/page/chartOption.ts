/** A chart of the workbook as an ECharts option. */
import type { EChartsCoreOption } from "echarts/core";
import type { CellView, GridChart, GridRange } from "../grid/contract";
import { captionedSeries } from "../host/chartSeries";

const PALETTE = ["#0F6CBD", "#107C41", "#C19C00", "#B10E1C", "#5C2E91", "#00838F"];
const COMPACT = new Intl.NumberFormat("fr-FR", { notation: "compact", maximumFractionDigits: 1 });

type Cells = (range: GridRange) => readonly (readonly CellView[])[];

/** Draws the series the chart was given, its captions by rule where it was given none. */
export function chartOption(chart: GridChart, cells: Cells): EChartsCoreOption {
  const lines = chart.series ?? captionedSeries(chart);
  const flat = (range: GridRange | undefined) => (range ? cells(range).flat() : []);
  const categories = flat(lines[0]?.categories).map(text);
  const type = /^line/i.test(chart.type) ? "line" : "bar";
  const horizontal = /^bar/i.test(chart.type);
  const stack = /stacked/i.test(chart.type) ? "all" : undefined;
  const series = lines.map(({ name, values }, index) => ({
    name: typeof name === "string" ? name : text(flat(name)[0]) || `Série${index + 1}`,
    type,
    stack,
    smooth: false,
    symbolSize: 6,
    data: flat(values).map(numeric),
  }));
  const category = {
    type: "category",
    ...(categories.length > 0 && { data: categories }),
    inverse: horizontal,
  };
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

const text = (cell: CellView | undefined) => (cell?.value == null ? "" : String(cell.value));
const numeric = (cell: CellView | undefined) => (typeof cell?.value === "number" ? cell.value : null);
