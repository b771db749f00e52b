import type { DimensionId, DistinctMeasure, Measure, MemberCondition } from "../definition";
import { textColumn } from "./columns";
import { EXCLUDED, withoutEmptyDays } from "./dates";
import { DistinctRows } from "./distinct";
import type { Members } from "./members";
import { remember } from "./remember";
import type { RowIndexes } from "./rowIndexes";
import type { Selection } from "./selection";

/** Rows of measures that count some members only. Each is made when first needed. */
export class AmongRows {
  private readonly selections = new Map<string, Selection>();
  private readonly distinctRows = new Map<string, DistinctRows>();

  constructor(
    private readonly rows: RowIndexes,
    private readonly members: Members,
  ) {}

  /** Of the measure's rows, those of the members. */
  selection(measure: Measure): Selection {
    return remember(this.selections, keyOf(measure), () => {
      const whole = this.rows.selection(measure);
      const dayRanks = whole.dayRanks.slice();
      for (const condition of measure.among ?? []) this.exclude(dayRanks, measure.table, condition);
      return { ...whole, ...withoutEmptyDays({ days: whole.days, dayRanks }) };
    });
  }

  distinct(measure: DistinctMeasure): DistinctRows {
    return remember(this.distinctRows, `${keyOf(measure)} ${measure.column}`, () => {
      const selection = this.selection(measure);
      return new DistinctRows(selection, textColumn(selection.table, measure.column));
    });
  }

  private exclude(
    dayRanks: Int32Array,
    table: Measure["table"],
    { axis, members: names }: MemberCondition,
  ): void {
    const kept = this.keptCodes(axis, names);
    const codes = this.members.codes(table, axis);
    const excluded = EXCLUDED; // a local: under CommonJS an imported constant is a property read per row
    for (let row = 0; row < dayRanks.length; row++) if (kept[codes[row]!] === 0) dayRanks[row] = excluded;
  }

  /** By member's code: 1 where it is asked for. */
  private keptCodes(axis: DimensionId, names: readonly string[]): Uint8Array {
    const directory = this.members.directory(axis);
    const kept = new Uint8Array(directory.size);
    for (const name of names) {
      const code = directory.find(name);
      if (code !== undefined) kept[code] = 1;
    }
    return kept;
  }
}

const keyOf = ({ table, date, where, among, ...measure }: Measure): string =>
  JSON.stringify([table, date, where, among, "lastDays" in measure ? measure.lastDays : undefined]);
