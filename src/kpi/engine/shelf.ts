import { fitsDense } from "./cube";
import type { Grouping } from "./grouping";
import { countByCell } from "./scatter";
import { firstAtLeast, gather, sortByGroupAndDay } from "./sorting";
import type { VisitBuffer } from "./visits";

/** Visits in order of group and day: those of a group within a span of days stand side by side. */
export interface Shelf {
  readonly bytes: number;
  /** How many visits stand before a group's first of that day or later. */
  place(group: number, rank: number): number;
  /** By place: the rank of the same value's visit before; undefined where no value came back. */
  readonly previous: Int32Array | undefined;
}

/** Dense where groups × days are few, else found by bisection; see `cube.ts`. */
export const shelve = (visits: VisitBuffer, days: Int32Array, grouping: Grouping): Shelf =>
  fitsDense({ days, dayRanks: visits.dayRanks }, grouping)
    ? denseShelf(visits, days, grouping)
    : sortedShelf(visits, days, grouping);

function denseShelf(
  { groups, dayRanks, previous, recurring }: VisitBuffer,
  days: Int32Array,
  { size }: Grouping,
): Shelf {
  const width = days.length + 1;
  const places = new Float64Array(size * width);
  countByCell(places, groups, width, dayRanks);
  for (let cell = 1; cell < places.length; cell++) places[cell] = places[cell]! + places[cell - 1]!;
  const ordered = recurring ? new Int32Array(previous.length) : undefined;
  if (ordered) {
    const next = Int32Array.from(places);
    for (let visit = 0; visit < previous.length; visit++) {
      const cell = groups[visit]! * width + dayRanks[visit]!;
      ordered[next[cell]!] = previous[visit]!;
      next[cell] = next[cell]! + 1;
    }
  }
  return {
    bytes: places.byteLength + (ordered?.byteLength ?? 0),
    place: (group, rank) => places[group * width + rank]!,
    previous: ordered,
  };
}

function sortedShelf(
  { groups, dayRanks, previous, recurring }: VisitBuffer,
  days: Int32Array,
  { size }: Grouping,
): Shelf {
  const { order, starts } = sortByGroupAndDay({ days, dayRanks }, groups, size);
  const ranks = gather(dayRanks, order);
  const ordered = recurring ? gather(previous, order) : undefined;
  return {
    bytes: ranks.byteLength + starts.byteLength + (ordered?.byteLength ?? 0),
    place: (group, rank) => firstAtLeast(ranks, starts[group]!, starts[group + 1]!, rank),
    previous: ordered,
  };
}
