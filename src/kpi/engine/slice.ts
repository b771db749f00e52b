import { DIMENSION_IDS, type DimensionId } from "../definition";
import { isUnitOf } from "../grain";
import type { DayRange } from "../source";
import type { DimensionMask } from "./tallies";

/** Part of the data that a question is about, with all text resolved. */
export interface Slice {
  readonly range: DayRange;
  /** Which dimensions are restricted… */
  readonly mask: DimensionMask;
  /** …and to which member's code, in the order of DIMENSION_IDS. */
  readonly members: readonly number[];
  /** Restrictions that exclude each other: nothing can be in here. */
  readonly empty: boolean;
  /** The range is an ISO week or what another period leaves of one: a year before it lie the same weekdays. */
  readonly inWeek?: true;
}

export const wholeSlice = (range: DayRange): Slice => ({
  range,
  mask: 0,
  members: [],
  empty: false,
  ...weekSign(range),
});

const weekSign = ({ from, to }: DayRange): Pick<Slice, "inWeek"> =>
  from !== undefined && to !== undefined && isUnitOf("semaine", { from, to }, 1) ? { inWeek: true } : {};

const BITS: ReadonlyMap<DimensionId, DimensionMask> = new Map(
  DIMENSION_IDS.map((dimension, bit) => [dimension, 1 << bit]),
);

/** Index of a dimension's code among the codes of the mask. */
function placeOf(bit: DimensionMask, mask: DimensionMask): number {
  let place = 0;
  for (let other = 1; other < bit; other <<= 1) if (mask & other) place++;
  return place;
}

/** The same slice, restricted to one member of a dimension. */
export function narrow(slice: Slice, dimension: DimensionId, code: number): Slice {
  const bit = BITS.get(dimension)!;
  if (slice.mask === 0) return { ...slice, mask: bit, members: [code] };
  const place = placeOf(bit, slice.mask);
  if (slice.mask & bit) return slice.members[place] === code ? slice : { ...slice, empty: true };
  return { ...slice, mask: slice.mask | bit, members: slice.members.toSpliced(place, 0, code) };
}

/** The same slice, within a range of days. */
export function within(slice: Slice, { from, to }: DayRange): Slice {
  const range = {
    ...latest(slice.range.from, from),
    ...earliest(slice.range.to, to),
  };
  const empty = range.from !== undefined && range.to !== undefined && range.from > range.to;
  return { ...slice, range, empty: slice.empty || empty, ...weekSign({ from, to }) };
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
}: Slice): readonly { dimension: DimensionId; code: number }[] =>
  DIMENSION_IDS.filter((_, bit) => mask & (1 << bit)).map((dimension, place) => ({
    dimension,
    code: members[place]!,
  }));

/** Data in both slices. */
export const intersect = (one: Slice, other: Slice): Slice =>
  restrictionsOf(other).reduce(
    (slice, { dimension, code }) => narrow(slice, dimension, code),
    within({ ...one, empty: one.empty || other.empty }, other.range),
  );
