import type { AxisId, DimensionId, GrainId, KpiDefinition } from "../definition";
import { dimensionsOf, isGrain } from "../dimensions";
import { unitLabel, unitOf } from "../grain";
import { measuresOf } from "../measures";
import { UNKNOWN_CODE } from "./directory";
import type { Members } from "./members";
import { daysBefore } from "./selection";
import type { Tallies } from "./tallies";

/** Display names of an axis' members, for validation lists: by name, time in its order. */
export const presentMembers = (
  kpis: readonly KpiDefinition[],
  axis: AxisId,
  tallies: Tallies,
  members: Members,
  fiscalFirstMonth: number,
): readonly string[] =>
  isGrain(axis) ? presentUnits(kpis, axis, tallies, fiscalFirstMonth) : presentNames(kpis, axis, members);

/** The unknown member is named only when some counted row has no other. */
function presentNames(
  kpis: readonly KpiDefinition[],
  dimension: DimensionId,
  members: Members,
): readonly string[] {
  const { labels, rankByName } = members.directory(dimension);
  const tables = new Set(kpis.flatMap(measuresOf).map(({ table }) => table));
  const someUnknown = [...tables].some(
    (table) =>
      dimensionsOf(table).includes(dimension) && members.codes(table, dimension).includes(UNKNOWN_CODE),
  );
  return labels
    .map((label, code) => ({ label, code }))
    .filter(({ code }) => code !== UNKNOWN_CODE || someUnknown)
    .sort((a, b) => rankByName[a.code]! - rankByName[b.code]!)
    .map(({ label }) => label);
}

/** The units in which some KPI has a row. */
function presentUnits(
  kpis: readonly KpiDefinition[],
  grain: GrainId,
  tallies: Tallies,
  fiscalFirstMonth: number,
): readonly string[] {
  const starts = new Set<number>();
  for (const measure of kpis.flatMap(measuresOf)) {
    const { days, timeless } = tallies.selection(measure);
    for (let rank = 0; !timeless && rank < days.length; ) {
      const unit = unitOf(grain, days[rank]!, fiscalFirstMonth);
      starts.add(unit.from);
      rank = daysBefore(days, unit.to + 1);
    }
  }
  return [...starts].sort((a, b) => a - b).map((from) => unitLabel(grain, from, fiscalFirstMonth));
}
