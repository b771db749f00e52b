import type { AxisId, DimensionId, KpiDefinition } from "../definition";
import { isGrain } from "../dimensions";
import type { Aspect } from "../source";
import type { ListingContext } from "./context";
import { narrow, type Slice } from "./slice";
import { unitsOf } from "./units";

/** One member of an axis, the slice narrowed to it, and the KPI's value there. */
export interface MemberValue {
  readonly member: string;
  readonly slice: Slice;
  readonly value: number | null;
}

/**
 * Members that a list shows: members with rows, and members with a target for the question, so that a salesperson
 * who sold nothing stays in sight. For an aspect, also members that have a value only for that aspect (a value a year
 * before, the target of a month to come).
 */
export class Listing {
  constructor(private readonly context: ListingContext) {}

  /** Largest value first, ties by name, empty values last; time in its order. */
  list(kpi: KpiDefinition, axis: AxisId, slice: Slice): MemberValue[] {
    return this.listFor("value", kpi, axis, slice);
  }

  /** The same list; then, by name, members that have a value only for this aspect. Time stays in its order. */
  listFor(aspect: Aspect, kpi: KpiDefinition, axis: AxisId, slice: Slice): MemberValue[] {
    if (isGrain(axis)) return this.valued(kpi, unitsOf(this.context, aspect, kpi, axis, slice));
    const listed = this.members(kpi, axis, slice);
    if (aspect !== "evolution") return listed;
    const present = new Set(listed.map(({ member }) => member));
    const gone = this.narrowed(axis, slice).filter(
      ({ member, slice: own }) =>
        !present.has(member) && this.context.aspects.answer("evolution", kpi, own) !== null,
    );
    return [...listed, ...this.valued(kpi, gone).sort(byName)];
  }

  private members(kpi: KpiDefinition, axis: DimensionId, slice: Slice): MemberValue[] {
    const { values, targets } = this.context;
    const targeted = targets.membersOf(kpi, axis);
    const kept = this.narrowed(axis, slice).filter(
      ({ slice: own, code }) =>
        values.hasRows(kpi, own) || (targeted.has(code) && targets.find(kpi, own) !== undefined),
    );
    return this.valued(kpi, kept).sort((a, b) => descending(a.value, b.value) || byName(a, b));
  }

  private narrowed(axis: DimensionId, slice: Slice) {
    const { labels, rankByName } = this.context.directories.directory(axis);
    return labels.map((member, code) => ({
      member,
      code,
      rank: rankByName[code]!,
      slice: narrow(slice, axis, code),
    }));
  }

  private valued<T extends { readonly slice: Slice }>(kpi: KpiDefinition, found: readonly T[]) {
    return found.map((one) => ({ ...one, value: this.context.values.cell(kpi, one.slice) }));
  }
}

const byName = (a: { readonly rank: number }, b: { readonly rank: number }): number => a.rank - b.rank;

function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return b - a;
}
