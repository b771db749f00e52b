import { splitSheet } from "../../../src/sales/a1";
import { optional, rangeOf, text, whole } from "../arguments";
import type { Book } from "../book";
import type { ChartState, SeriesState } from "../bookState";
import { seriesName } from "../chartSeries";
import { withinLength } from "../limits";
import type { HostObject } from "../objectModel";
import { invalidArgument, itemNotFound } from "../officeError";
import { rangeAt } from "../rangeWalk";
import { collection } from "./collection";

/** A chart's series, by place. */
export function seriesCollection(
  book: Book,
  chart: ChartState,
  key: string,
  changed: () => void,
): HostObject {
  const item = (series: SeriesState) => chartSeries(book, chart, series, key, changed);
  return collection({
    type: "ChartSeriesCollection",
    key,
    items: () => chart.series.map(item),
    find: (index) => {
      const series = chart.series[Number(index)];
      return series && item(series);
    },
    methods: {
      Add: (name, index) => {
        const at = optional(index, whole, "index") ?? chart.series.length;
        if (at < 0 || at > chart.series.length) throw invalidArgument("index lies outside the chart.");
        const series: SeriesState = {
          id: book.newId("series"),
          // A series shows nothing until it is told its values.
          values: { ...chart.data, rows: 1, columns: 1 },
          ...readName(book, chart, optional(name, text, "name")),
        };
        chart.series.splice(at, 0, series);
        changed();
        return item(series);
      },
    },
  });
}

function chartSeries(
  book: Book,
  chart: ChartState,
  state: SeriesState,
  key: string,
  changed: () => void,
): HostObject {
  const own = `${key}/${state.id}`;
  const index = () => chart.series.indexOf(state);
  return {
    type: "ChartSeries",
    key: own,
    scalars: {
      Name: {
        read: () => seriesName(book.grid, state, index()),
        write: (value) => {
          Object.assign(state, { name: undefined }, readName(book, chart, text(value, "name")));
          changed();
        },
      },
      ChartType: {
        read: () => book.bags.read(own, "ChartType") ?? chart.type,
        write: (value) => book.bags.write(own, "ChartType", value),
      },
    },
    methods: {
      SetValues: (source) => {
        state.values = line(source);
        changed();
      },
      SetXAxisValues: (source) => {
        state.categories = line(source);
        changed();
      },
      Delete: () => {
        if (index() < 0) throw itemNotFound("series");
        chart.series.splice(index(), 1);
        changed();
      },
    },
  };
}

function line(source: unknown) {
  const range = rangeOf(source, "sourceData");
  if (range.rows > 1 && range.columns > 1) throw invalidArgument("A series is one row or one column.");
  return range;
}

/** A text, or `=Feuil1!$B$1` for the cell that holds it. */
function readName(book: Book, chart: ChartState, name: string | undefined): Pick<SeriesState, "name"> {
  if (name === undefined || name === "") return {};
  withinLength("seriesName", name, "name");
  if (!name.startsWith("=")) return { name };
  return { name: rangeAt(book, name, splitSheet(name).sheet === undefined ? chart.sheet : undefined) };
}
