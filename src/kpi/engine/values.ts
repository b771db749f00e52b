import type { KpiDefinition, Measure } from "../definition";
import { measuresOf } from "../measures";
import { computed } from "../own/arithmetic";
import type { Slice } from "./slice";
import type { Tallies } from "./tallies";

/** Values of KPIs: each is one or two look-ups in groupings made once. */
export class Values {
  private readonly rowCounts = new Map<KpiDefinition, readonly Measure[]>();

  constructor(private readonly tallies: Tallies) {}

  /** A count or sum without rows is 0; a ratio whose denominator is 0 is null, and a rate of what is not positive. */
  cell({ value, unit }: Pick<KpiDefinition, "value" | "unit">, slice: Slice): number | null {
    if (value.kind === "calculation")
      return computed(value.arithmetic, unit === "percent", (term) => this.cell(value.terms[term]!, slice));
    if (value.kind !== "ratio") return this.measure(value, slice);
    const denominator = this.measure(value.denominator, slice);
    return denominator === 0 || (unit === "percent" && denominator < 0)
      ? null
      : (this.measure(value.numerator, slice) / denominator) * (value.scale ?? 1);
  }

  private measure(measure: Measure, { mask, members, range, empty }: Slice): number {
    if (empty) return 0;
    const tally = this.tallies.get(measure, mask);
    const group = tally.grouping.find(members);
    return group < 0 ? 0 : tally.value(group, range);
  }

  /** True if a row of the slice counts; rows of a measure with its own window (DSO) do not. */
  hasRows(kpi: KpiDefinition, slice: Slice): boolean {
    return this.rowCountsOf(kpi).some((measure) => this.measure(measure, slice) > 0);
  }

  /** Number of rows that a KPI's first measure counts within a slice. */
  rowCount(kpi: KpiDefinition, slice: Slice): number {
    const [measure] = this.rowCountsOf(kpi);
    return measure ? this.measure(measure, slice) : 0;
  }

  /** For each measure of a KPI that a period applies to, the count of its rows. */
  rowCountsOf(kpi: KpiDefinition): readonly Measure[] {
    let counts = this.rowCounts.get(kpi);
    if (!counts) {
      counts = measuresOf(kpi)
        .filter((measure) => measure.kind !== "sum" || measure.lastDays === undefined)
        .map(({ table, date, where, among }) => ({ kind: "count", table, date, where, among }));
      this.rowCounts.set(kpi, counts);
    }
    return counts;
  }
}
