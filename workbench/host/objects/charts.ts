import type { GridRange, SheetId } from "../../grid/contract";
import { flag, number, oneOf, rangeOf, text } from "../arguments";
import type { Book } from "../book";
import type { ChartState } from "../bookState";
import { captionedSeries, guessedSeries, liesInRows } from "../chartSeries";
import { CHART_TYPES } from "../enumerations";
import type { HostObject, Scalar } from "../objectModel";
import { invalidArgument } from "../officeError";
import { rangeAt } from "../rangeWalk";
import { seriesCollection } from "./chartParts";
import { collection, sameName } from "./collection";

const POINTS_PER_PIXEL = 0.75;
const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

/** The charts of one sheet. */
export function chartCollection(book: Book, sheet: SheetId): HostObject {
  const own = () => [...book.charts.values()].filter((chart) => chart.sheet === sheet);
  return collection({
    type: "ChartCollection",
    key: `sheet/${sheet}/Charts`,
    items: () => own().map((chart) => chartObject(book, chart)),
    find: (key) => {
      const found = own().find((chart) => chart.id === key || sameName(chart.name, key));
      return found && chartObject(book, found);
    },
    methods: {
      Add: (type, source, seriesBy) => {
        book.assertUnprotected(sheet);
        const state: ChartState = {
          id: `{${book.newId("")}-C4A7-0000-0000-000000000000}`,
          sheet,
          name: `Graphique ${own().length + 1}`,
          title: "",
          type: oneOf(type, CHART_TYPES, "type"),
          data: rangeOf(source, "sourceData"),
          seriesBy: oneOf(seriesBy ?? "Auto", SERIES_BY, "seriesBy"),
          series: [],
          left: 0,
          top: 0,
          width: 360,
          height: 216,
        };
        findSeries(book, state);
        book.charts.set(state.id, state);
        changed(book, state);
        return chartObject(book, state);
      },
    },
  });
}

/** The series that the data has just now. */
function findSeries(book: Book, state: ChartState): void {
  const byRule = book.behaviours.chartSeries === "captions";
  const found = byRule ? captionedSeries(state) : guessedSeries(book.grid, state);
  state.series = found.map((series) => ({ ...series, id: book.newId("series") }));
}

function changed(book: Book, state: ChartState): void {
  book.later(`chart ${state.id}`, () => {
    if (book.charts.has(state.id))
      book.grid.setChart({ ...state, series: state.series.map((series) => ({ ...series })) });
  });
}

function chartObject(book: Book, state: ChartState): HostObject {
  const key = `sheet/${state.sheet}/chart/${state.id}`;
  const own = <K extends keyof ChartState>(
    name: K,
    take: (value: unknown, what: string) => ChartState[K],
  ): Scalar => ({
    read: () => state[name],
    write: (value) => {
      state[name] = take(value, name);
      changed(book, state);
    },
  });
  const size = (value: unknown, what: string) => {
    const points = number(value, what);
    if (points < 0) throw invalidArgument(`${what} must not be negative.`);
    return points;
  };
  return {
    type: "Chart",
    key,
    id: { Id: state.id },
    scalars: {
      Id: { read: () => state.id },
      Name: own("name", text),
      ChartType: own("type", (value, what) => oneOf(value, CHART_TYPES, what)),
      Left: own("left", size),
      Top: own("top", size),
      Width: own("width", size),
      Height: own("height", size),
      PlotBy: {
        read: () => (liesInRows(state) ? "Rows" : "Columns"),
        write: (value) => {
          state.seriesBy = oneOf(value, SERIES_BY, "plotBy");
          findSeries(book, state);
          changed(book, state);
        },
      },
    },
    links: {
      Title: () => ({
        type: "ChartTitle",
        key: `${key}/Title`,
        scalars: {
          Text: own("title", text),
          Visible: {
            read: () => book.bags.read(`${key}/Title`, "Visible") ?? true,
            write: (value) => book.bags.write(`${key}/Title`, "Visible", flag(value, "visible")),
          },
        },
      }),
      Series: () => seriesCollection(book, state, `${key}/Series`, () => changed(book, state)),
      Worksheet: () => book.make.worksheet(state.sheet),
    },
    methods: {
      SetData: (source, seriesBy) => {
        state.data = rangeOf(source, "sourceData");
        state.seriesBy = oneOf(seriesBy ?? "Auto", SERIES_BY, "seriesBy");
        findSeries(book, state);
        changed(book, state);
      },
      SetPosition: (start, end) => {
        const at = (value: unknown) =>
          typeof value === "string" ? rangeAt(book, value, state.sheet) : rangeOf(value, "cell");
        Object.assign(state, place(book, at(start), at(end ?? start)));
        changed(book, state);
      },
      Activate: () => book.grid.activateSheet(state.sheet),
      Delete: () => {
        book.charts.delete(state.id);
        book.bags.forget(key);
        book.grid.removeChart(state.sheet, state.id);
      },
    },
  };
}

/** From the corner of the first cell to the corner of the last, in points. */
function place(book: Book, start: GridRange, end: GridRange) {
  const { grid } = book;
  const sum = (from: number, to: number, pixels: (index: number) => number) => {
    let points = 0;
    for (let index = from; index < to; index++) points += pixels(index) * POINTS_PER_PIXEL;
    return points;
  };
  const across = (column: number) => grid.columnWidth(start.sheet, column);
  const down = (row: number) => grid.rowHeight(start.sheet, row);
  return {
    left: sum(0, start.column, across),
    top: sum(0, start.row, down),
    width: sum(start.column, end.column + end.columns, across),
    height: sum(start.row, end.row + end.rows, down),
  };
}
