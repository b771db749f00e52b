import { DIMENSION_IDS, type DimensionId } from "../definition";
import type { DayRange } from "../source";
import type { DimensionMask } from "./tallies";

/** What part of the data a question is about, all text resolved. */
export interface Scope {
  readonly range: DayRange;
  /** Which dimensions are restricted… */
  readonly mask: DimensionMask;
  /** …and to which member's code, in the order of DIMENSION_IDS. */
  readonly members: readonly number[];
  /** Restrictions that exclude each other: nothing can be in here. */
  readonly empty: boolean;
}

export const wholeScope = (range: DayRange): Scope => ({ range, mask: 0, members: [], empty: false });

const BITS: ReadonlyMap<DimensionId, DimensionMask> = new Map(
  DIMENSION_IDS.map((dimension, bit) => [dimension, 1 << bit]),
);

/** Where a dimension's code stands among those of the mask. */
function placeOf(bit: DimensionMask, mask: DimensionMask): number {
  let place = 0;
  for (let other = 1; other < bit; other <<= 1) if (mask & other) place++;
  return place;
}

/** The same scope, restricted to one member of a dimension. */
export function narrow(scope: Scope, dimension: DimensionId, code: number): Scope {
  const bit = BITS.get(dimension)!;
  if (scope.mask === 0) return { range: scope.range, mask: bit, members: [code], empty: scope.empty };
  const place = placeOf(bit, scope.mask);
  if (scope.mask & bit) return scope.members[place] === code ? scope : { ...scope, empty: true };
  return { ...scope, mask: scope.mask | bit, members: scope.members.toSpliced(place, 0, code) };
}

/** The same scope, within a range of days. */
export function within(scope: Scope, { from, to }: DayRange): Scope {
  const range = {
    ...latest(scope.range.from, from),
    ...earliest(scope.range.to, to),
  };
  const empty = range.from !== undefined && range.to !== undefined && range.from > range.to;
  return { ...scope, range, empty: scope.empty || empty };
}

const latest = (one: number | undefined, other: number | undefined): { from?: number } => {
  if (one === undefined) return other === undefined ? {} : { from: other };
  return { from: other === undefined ? one : Math.max(one, other) };
};

const earliest = (one: number | undefined, other: number | undefined): { to?: number } => {
  if (one === undefined) return other === undefined ? {} : { to: other };
  return { to: other === undefined ? one : Math.min(one, other) };
};

/** The restricted dimensions with their members' codes. */
export const restrictionsOf = ({
  mask,
  members,
}: Scope): readonly { dimension: DimensionId; code: number }[] =>
  DIMENSION_IDS.filter((_, bit) => mask & (1 << bit)).map((dimension, place) => ({
    dimension,
    code: members[place]!,
  }));

/** What lies in both scopes. */
export const intersect = (one: Scope, other: Scope): Scope =>
  restrictionsOf(other).reduce(
    (scope, { dimension, code }) => narrow(scope, dimension, code),
    within({ ...one, empty: one.empty || other.empty }, other.range),
  );
