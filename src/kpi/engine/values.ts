import type { AxisId, DimensionId, GrainId, KpiDefinition, Measure } from "../definition";
import { isGrain } from "../dimensions";
import { unitLabel, unitOf } from "../grain";
import { measuresOf } from "../registry";
import type { Members } from "./members";
import { narrow, type Scope, within } from "./scope";
import { daysBefore, rankSpan } from "./selection";
import type { Tallies } from "./tallies";

/** One member of an axis, the scope narrowed to it, and the KPI's value there. */
export interface MemberValue {
  readonly member: string;
  readonly scope: Scope;
  readonly value: number | null;
}

/** Values of KPIs: each is one or two look-ups in groupings made once. */
export class Values {
  private readonly rowCounts = new Map<KpiDefinition, readonly Measure[]>();

  constructor(
    private readonly tallies: Tallies,
    private readonly members: Members,
    private readonly fiscalFirstMonth: number,
  ) {}

  /** A count or sum without rows is 0; a ratio whose denominator is 0 is null. */
  cell({ value }: KpiDefinition, scope: Scope): number | null {
    if (value.kind !== "ratio") return this.measure(value, scope);
    const denominator = this.measure(value.denominator, scope);
    return denominator === 0
      ? null
      : (this.measure(value.numerator, scope) / denominator) * (value.scale ?? 1);
  }

  private measure(measure: Measure, { mask, members, range, empty }: Scope): number {
    if (empty) return 0;
    const tally = this.tallies.get(measure, mask);
    const group = tally.grouping.find(members);
    return group < 0 ? 0 : tally.value(group, range);
  }

  /** Whether any row stands behind the value; windows of their own (DSO's 90 days) do not count. */
  hasRows(kpi: KpiDefinition, scope: Scope): boolean {
    return this.rowCountsOf(kpi).some((measure) => this.measure(measure, scope) > 0);
  }

  /** For each measure of a KPI that a period applies to, the count of its rows. */
  private rowCountsOf(kpi: KpiDefinition): readonly Measure[] {
    let counts = this.rowCounts.get(kpi);
    if (!counts) {
      counts = measuresOf(kpi)
        .filter((measure) => measure.kind !== "sum" || measure.lastDays === undefined)
        .map(({ table, date, where }) => ({ kind: "count", table, date, where }));
      this.rowCounts.set(kpi, counts);
    }
    return counts;
  }

  /** The axis' members with rows: largest value first, ties by name, empty values last; time in its order. */
  list(kpi: KpiDefinition, axis: AxisId, scope: Scope): MemberValue[] {
    return isGrain(axis) ? this.listUnits(kpi, axis, scope) : this.listMembers(kpi, axis, scope);
  }

  private listMembers(kpi: KpiDefinition, axis: DimensionId, scope: Scope): MemberValue[] {
    const { labels, rankByName } = this.members.directory(axis);
    const found: (MemberValue & { rank: number })[] = [];
    for (let code = 0; code < labels.length; code++) {
      const own = narrow(scope, axis, code);
      if (!this.hasRows(kpi, own)) continue;
      found.push({ member: labels[code]!, scope: own, value: this.cell(kpi, own), rank: rankByName[code]! });
    }
    return found.sort((a, b) => descending(a.value, b.value) || a.rank - b.rank);
  }

  private listUnits(kpi: KpiDefinition, grain: GrainId, scope: Scope): MemberValue[] {
    const labels = new Map<number, string>();
    for (const measure of this.rowCountsOf(kpi)) {
      const selection = this.tallies.selection(measure);
      const { start, end } = rankSpan(selection, scope.range);
      for (let rank = start; rank < end; ) {
        const unit = unitOf(grain, selection.days[rank]!, this.fiscalFirstMonth);
        labels.set(unit.from, unitLabel(grain, unit.from, this.fiscalFirstMonth));
        rank = daysBefore(selection.days, unit.to + 1);
      }
    }
    return [...labels]
      .sort(([a], [b]) => a - b)
      .map(([from, member]) => ({ member, own: within(scope, unitOf(grain, from, this.fiscalFirstMonth)) }))
      .filter(({ own }) => this.hasRows(kpi, own))
      .map(({ member, own }) => ({ member, scope: own, value: this.cell(kpi, own) }));
  }
}

function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return b - a;
}
