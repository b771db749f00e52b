import type { EpochDay } from "../../sales/calendar";
import type { GrainId, KpiDefinition } from "../definition";
import { type Unit, unitLabel, unitOf } from "../grain";
import { isStock } from "../measures";
import type { Aspect } from "../source";
import type { ListingContext } from "./context";
import { daysBefore, rankSpan } from "./selection";
import { type Slice, within } from "./slice";

/** A unit of time and the slice within it. */
export interface ListedUnit {
  readonly member: string;
  readonly slice: Slice;
}

/** A value may be compared with one as many days after it: 53 weeks. */
const LONGEST_YEAR = 371;

/** The units of a grain that a list shows, in their order; see `Listing`. */
export function unitsOf(
  context: ListingContext,
  aspect: Aspect,
  kpi: KpiDefinition,
  grain: GrainId,
  slice: Slice,
): ListedUnit[] {
  const { values, targets, aspects, fiscalFirstMonth, dataDate } = context;
  const hasTarget = (own: Slice): boolean =>
    (isStock(kpi) || aspect === "target" || (own.range.from ?? dataDate) <= dataDate) &&
    targets.find(kpi, own) !== undefined;
  const starts = new Set([
    ...startsOfRows(context, kpi, grain, slice),
    ...targets.startsOf(kpi, slice).map((day) => unitOf(grain, day, fiscalFirstMonth).from),
    ...(aspect === "evolution" ? startsAYearLater(context, kpi, grain, slice) : []),
  ]);
  return [...starts]
    .sort((a, b) => a - b)
    .map((from) => ({
      member: unitLabel(grain, from, fiscalFirstMonth),
      slice: within(slice, unitOf(grain, from, fiscalFirstMonth)),
    }))
    .filter(
      ({ slice: own }) =>
        values.hasRows(kpi, own) ||
        hasTarget(own) ||
        (aspect === "evolution" && aspects.answer("evolution", kpi, own) !== null),
    );
}

/** First days of the units in which some row of the KPI lies, whoever's it is. */
function* startsOfRows(
  { values, tallies, fiscalFirstMonth }: ListingContext,
  kpi: KpiDefinition,
  grain: GrainId,
  { range }: Slice,
): Generator<EpochDay> {
  for (const measure of values.rowCountsOf(kpi)) {
    const selection = tallies.selection(measure);
    const { start, end } = rankSpan(selection, range);
    for (let rank = start; rank < end; ) {
      const unit = unitOf(grain, selection.days[rank]!, fiscalFirstMonth);
      yield unit.from;
      rank = daysBefore(selection.days, unit.to + 1);
    }
  }
}

/** First days of all units of the slice in which the KPI may have an evolution. */
function* startsAYearLater(
  { values, tallies, fiscalFirstMonth }: ListingContext,
  kpi: KpiDefinition,
  grain: GrainId,
  { range }: Slice,
): Generator<EpochDay> {
  const days = values.rowCountsOf(kpi).map((measure) => tallies.selection(measure).days);
  const first = Math.min(...days.flatMap(([day]) => day ?? []));
  const last = Math.max(...days.map((own) => own.at(-1) ?? Number.NEGATIVE_INFINITY));
  const to = Math.min(range.to ?? Number.POSITIVE_INFINITY, last + LONGEST_YEAR);
  const from = Math.max(range.from ?? Number.NEGATIVE_INFINITY, first);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return;
  let unit: Unit = unitOf(grain, from, fiscalFirstMonth);
  while (unit.from <= to) {
    yield unit.from;
    unit = unitOf(grain, unit.to + 1, fiscalFirstMonth);
  }
}
