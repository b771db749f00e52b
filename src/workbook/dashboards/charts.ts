import type { PlannedChart, SheetPlan } from "../../dashboard";
import { cutText, EXCEL_LIMITS } from "../../dashboard";
import { rangeOf } from "../office/ranges";

const CHART_TYPES = {
  line: "Line",
  column: "ColumnClustered",
  bar: "BarClustered",
  "stacked-column": "ColumnStacked",
} as const satisfies Record<PlannedChart["kind"], Excel.ChartType | string>;

/** Asks for the charts; those of the same name that stood there must have gone. */
export function writeCharts(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const planned of plan.charts) {
    const { name, title, kind, at, scaleFormat } = planned;
    const series = seriesOf(plan, planned);
    // One column makes one series, whatever its cells hold: Excel would guess the others while they are empty.
    const chart = sheet.charts.add(CHART_TYPES[kind], rangeOf(sheet, series[0]!.values), "Columns");
    chart.name = name;
    chart.title.text = title;
    chart.legend.visible = series.length > 1;
    writeSeries(sheet, chart, series);
    if (scaleFormat) chart.axes.valueAxis.numberFormat = scaleFormat;
    chart.setPosition(
      rangeOf(sheet, { row: at.row, column: at.column, rows: 1, columns: 1 }),
      rangeOf(sheet, { row: at.row + at.rows - 1, column: at.column + at.columns - 1, rows: 1, columns: 1 }),
    );
  }
}

/** Name, values and categories of each series: all that Excel would else guess from cells not calculated yet. */
function seriesOf({ cells }: SheetPlan, { data, title }: PlannedChart) {
  const column = (at: number) => ({ row: data.row + 1, column: at, rows: data.rows - 1, columns: 1 });
  return Array.from({ length: data.columns - 1 }, (_, index) => {
    const at = data.column + 1 + index;
    const heading = cells.find((cell) => cell.row === data.row && cell.column === at)?.content;
    // A heading that a formula answers is not known yet.
    const name = heading?.kind === "text" ? cutText(heading.text, EXCEL_LIMITS.chartText) : title;
    return { name, values: column(at), categories: column(data.column) };
  });
}

function writeSeries(sheet: Excel.Worksheet, chart: Excel.Chart, series: ReturnType<typeof seriesOf>): void {
  series.forEach(({ name, values, categories }, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    drawn.name = name;
    drawn.setValues(rangeOf(sheet, values));
    drawn.setXAxisValues(rangeOf(sheet, categories));
  });
}
