import type { SalesData } from "../../sales/tables";
import type { DistinctMeasure, Measure } from "../definition";
import type { KpiSettings } from "../settings";
import { textColumn } from "./columns";
import { type DatedRows, datedRows } from "./dates";
import { DistinctRows } from "./distinct";
import { remember } from "./remember";
import { type Selection, selectRows } from "./selection";

/** The only setting that decides which rows a measure counts. */
type RowSettings = Pick<KpiSettings, "lostAfterMonths">;

/** Rows by date, rows that measures count, and orders to scan them in. Each is made when first needed. */
export class RowIndexes {
  private readonly dated = new Map<string, DatedRows>();
  private readonly selections = new Map<string, Selection>();
  private readonly distinctRows = new Map<string, DistinctRows>();

  constructor(
    private readonly data: SalesData,
    private readonly settings: RowSettings,
  ) {}

  /** Rows of a measure; shared by all measures that count the same rows by the same date. */
  selection(measure: Measure): Selection {
    const { table, date, where } = measure;
    const lastDays = measure.kind === "sum" ? measure.lastDays : undefined;
    return remember(this.selections, JSON.stringify([table, date, where, lastDays]), () => {
      const dated = remember(this.dated, `${table} ${date ?? ""}`, () =>
        datedRows(this.data, this.settings, table, date),
      );
      return selectRows(this.data, dated, measure);
    });
  }

  distinct(measure: DistinctMeasure): DistinctRows {
    const { table, date, where, column } = measure;
    return remember(this.distinctRows, JSON.stringify([table, date, where, column]), () => {
      const selection = this.selection(measure);
      return new DistinctRows(selection, textColumn(selection.table, column));
    });
  }
}

const INDEXES = new WeakMap<SalesData, Map<number, RowIndexes>>();

/** Indexes of the data: an engine made anew over the same data, with other targets, finds those of the one before. */
export function rowIndexesOf(data: SalesData, settings: RowSettings): RowIndexes {
  let known = INDEXES.get(data);
  if (!known) {
    known = new Map();
    INDEXES.set(data, known);
  }
  return remember(known, settings.lostAfterMonths, () => new RowIndexes(data, settings));
}
