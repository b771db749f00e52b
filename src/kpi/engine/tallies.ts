import type { TableName } from "../../sales/schema";
import type { SalesData } from "../../sales/tables";
import { DIMENSION_IDS, type Measure } from "../definition";
import type { KpiSettings } from "../settings";
import { AmongRows } from "./amongRows";
import { EVERYTHING, type Grouping, splitBy } from "./grouping";
import type { Members } from "./members";
import { occurrenceBufferOf } from "./occurrences";
import { remember } from "./remember";
import { type RowIndexes, rowIndexesOf } from "./rowIndexes";
import type { Selection } from "./selection";
import { additiveTally, DistinctTally, type Tally } from "./tally";
import { type Part, sumParts } from "./vectors";

/** Dimensions as bits: bit n is DIMENSION_IDS[n]. */
export type DimensionMask = number;

const MASKS = 1 << DIMENSION_IDS.length;
/** Groupings least recently made are let go beyond this. */
const BYTE_BUDGET = 512 * 1024 * 1024;

/** Every grouping made so far. One pass over a table per (measure, dimensions); nothing is computed twice. */
export class Tallies {
  private readonly tallies = new Map<number, Tally>();
  private readonly measureNumbers = new Map<Measure, number>();
  private readonly numbersByContent = new Map<string, number>();
  private readonly groupings = new Map<string, Grouping>();
  private readonly rows: RowIndexes;
  private readonly amongRows: AmongRows;
  private readonly parts = new Map<string, readonly Part[]>();

  constructor(
    private readonly data: SalesData,
    private readonly members: Members,
    settings: KpiSettings,
  ) {
    this.rows = rowIndexesOf(data, settings);
    this.amongRows = new AmongRows(this.rows, members);
  }

  get(measure: Measure, mask: DimensionMask): Tally {
    const key = this.numberOf(measure) * MASKS + mask;
    const known = this.tallies.get(key);
    if (known) return known;
    const tally = this.make(measure, this.grouping(measure.table, mask));
    this.makeRoom(tally.bytes);
    this.tallies.set(key, tally);
    return tally;
  }

  /** Rows of a measure. */
  selection(measure: Measure): Selection {
    return measure.among ? this.amongRows.selection(measure) : this.rows.selection(measure);
  }

  private make(measure: Measure, grouping: Grouping): Tally {
    const selection = this.selection(measure);
    switch (measure.kind) {
      case "count":
        return additiveTally(selection, grouping, [{ vector: undefined, divisor: 1 }]);
      case "sum":
        return additiveTally(selection, grouping, this.partsOf(measure));
      case "distinct":
        return new DistinctTally(
          selection,
          grouping,
          measure.among ? this.amongRows.distinct(measure) : this.rows.distinct(measure),
          occurrenceBufferOf(selection.table),
        );
    }
  }

  private partsOf(measure: Extract<Measure, { kind: "sum" }>): readonly Part[] {
    const { table, column, minus, weightedBy } = measure;
    return remember(this.parts, JSON.stringify([table, column, minus, weightedBy]), () =>
      sumParts(this.data.tables[table], measure),
    );
  }

  private grouping(table: TableName, mask: DimensionMask): Grouping {
    return remember(this.groupings, `${table} ${mask}`, () => {
      const dimensions = DIMENSION_IDS.filter((_, bit) => mask & (1 << bit));
      return dimensions.reduce(
        (grouping, dimension) =>
          splitBy(grouping, this.members.codes(table, dimension), this.members.directory(dimension).size),
        EVERYTHING,
      );
    });
  }

  /** KPIs that share a measure by content share its groupings. */
  private numberOf(measure: Measure): number {
    let number = this.measureNumbers.get(measure);
    if (number === undefined) {
      const content = contentOf(measure);
      number = remember(this.numbersByContent, content, () => this.numbersByContent.size);
      this.measureNumbers.set(measure, number);
    }
    return number;
  }

  private makeRoom(bytes: number): void {
    let used = bytes;
    for (const tally of this.tallies.values()) used += tally.bytes;
    for (const [key, tally] of this.tallies) {
      if (used <= BYTE_BUDGET) return;
      this.tallies.delete(key);
      used -= tally.bytes;
    }
  }
}

/** Text that equal measures share. A promise of the declaration (`addsOverTime`) does not change it. */
const contentOf = (measure: Measure): string => {
  const { kind, table, date, where, among } = measure;
  const column = measure.kind === "count" ? undefined : measure.column;
  const { minus, weightedBy, lastDays } = measure.kind === "sum" ? measure : {};
  return JSON.stringify([kind, table, date, where, among, column, minus, weightedBy, lastDays]);
};
