import type { CellView, Grid, GridChart, GridRange, GridSeries } from "../grid/contract";
import type { ChartState } from "./bookState";

type Data = Pick<GridChart, "data" | "seriesBy">;

/** True when each row of the data, and not each column, is a series. */
export const liesInRows = ({ data, seriesBy }: Data): boolean =>
  seriesBy === "Rows" || (seriesBy === "Auto" && data.columns > data.rows);

/** First row and first column are captions, whatever they hold; a single row or column is all values. */
export const captionedSeries = (chart: Data): GridSeries[] =>
  cut(chart, chart.data.rows > 1, chart.data.columns > 1);

/**
 * Series as Excel guesses them from what the cells hold just then. An empty corner makes captions of the first row
 * and column; otherwise they are captions where they hold text. Cells still empty or `#BUSY!` are taken for numbers.
 */
export function guessedSeries(grid: Grid, chart: Data): GridSeries[] {
  const { data } = chart;
  const cells = grid.values(data);
  const corner = cells[0]?.[0]?.value ?? "";
  const across = data.columns > 1 ? (cells[0] ?? []).slice(1) : (cells[0] ?? []);
  const down = cells.slice(1).map((row) => row[0]);
  const isEmptyCorner = corner === "" && data.rows > 1 && data.columns > 1;
  return cut(chart, isEmptyCorner || hold(across), isEmptyCorner || (data.columns > 1 && hold(down)));
}

/** Text and nothing else, and at least one of it. */
function hold(cells: readonly (CellView | undefined)[]): boolean {
  const filled = cells.filter((cell) => (cell?.value ?? "") !== "");
  return filled.length > 0 && filled.every((cell) => typeof cell?.value === "string" && !cell.isError);
}

function cut(chart: Data, rowOfCaptions: boolean, columnOfCaptions: boolean): GridSeries[] {
  const { data } = chart;
  const [top, left] = [rowOfCaptions ? 1 : 0, columnOfCaptions ? 1 : 0];
  const part = (row: number, column: number, rows: number, columns: number): GridRange => ({
    sheet: data.sheet,
    row: data.row + row,
    column: data.column + column,
    rows,
    columns,
  });
  if (liesInRows(chart))
    return Array.from({ length: data.rows - top }, (_row, r) => ({
      values: part(top + r, left, 1, data.columns - left),
      ...(columnOfCaptions ? { name: part(top + r, 0, 1, 1) } : {}),
      ...(rowOfCaptions ? { categories: part(0, left, 1, data.columns - left) } : {}),
    }));
  return Array.from({ length: data.columns - left }, (_column, c) => ({
    values: part(top, left + c, data.rows - top, 1),
    ...(rowOfCaptions ? { name: part(0, left + c, 1, 1) } : {}),
    ...(columnOfCaptions ? { categories: part(top, 0, data.rows - top, 1) } : {}),
  }));
}

/** A chart's cells after rows or columns came or went; those that went altogether stay as they were. */
export function relocateChart(chart: ChartState, moved: (range: GridRange) => GridRange | undefined): void {
  const kept = (range: GridRange) => moved(range) ?? range;
  chart.data = kept(chart.data);
  for (const series of chart.series) {
    series.values = kept(series.values);
    if (series.categories) series.categories = kept(series.categories);
    if (typeof series.name === "object") series.name = kept(series.name);
  }
}

/** A series' text in the legend: its name, its cell's text, or Excel's own word for it. */
export function seriesName(grid: Grid, { name }: GridSeries, index: number): string {
  if (typeof name === "string") return name;
  const value = name && grid.values(name)[0]?.[0]?.value;
  return value === undefined || value === null || value === "" ? `Série${index + 1}` : String(value);
}
