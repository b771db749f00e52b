import { fitsDense } from "./cube";
import type { DatedRows } from "./dates";
import type { DistinctRows } from "./distinct";
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

/** Dense where groups × days are few, else found by bisection; see `cube.ts`. `visits` is only made use of meanwhile. */
export function shelve(rows: DistinctRows, grouping: Grouping, visits: () => VisitBuffer): Shelf {
  const { days } = rows.dated;
  const { size } = grouping;
  if (rows.oneDayEach && fitsDense(rows.dated, size)) {
    const cells = new Float64Array(size * (days.length + 1));
    rows.count(grouping, days.length + 1, cells);
    return denseShelf(cells, days.length + 1);
  }
  const buffer = visits();
  rows.visit(grouping, buffer);
  const visited: Visited = {
    days,
    dayRanks: buffer.dayRanks.subarray(0, buffer.length),
    groups: buffer.groups.subarray(0, buffer.length),
    size,
  };
  const previous = buffer.recurring ? buffer.previous : undefined;
  return fitsDense(visited, size) ? denseShelfOf(visited, previous) : sortedShelf(visited, previous);
}

interface Visited extends DatedRows {
  readonly groups: Int32Array;
  readonly size: number;
}

/** From the number of visits in each cell `group * width + rank + 1`, which become places. */
function denseShelf(cells: Float64Array, width: number): Shelf {
  for (let cell = 1; cell < cells.length; cell++) cells[cell] = cells[cell]! + cells[cell - 1]!;
  return {
    bytes: cells.byteLength,
    place: (group, rank) => cells[group * width + rank]!,
    previous: undefined,
  };
}

function denseShelfOf({ days, dayRanks, groups, size }: Visited, previous: Int32Array | undefined): Shelf {
  const width = days.length + 1;
  const cells = new Float64Array(size * width);
  countByCell(cells, groups, width, dayRanks);
  const shelf = denseShelf(cells, width);
  if (!previous) return shelf;
  const next = new Int32Array(cells);
  const ordered = new Int32Array(dayRanks.length);
  for (let visit = 0; visit < ordered.length; visit++) {
    const cell = Math.imul(groups[visit]!, width) + dayRanks[visit]!;
    const place = next[cell]!;
    ordered[place] = previous[visit]!;
    next[cell] = place + 1;
  }
  return { ...shelf, bytes: shelf.bytes + ordered.byteLength, previous: ordered };
}

function sortedShelf(rows: Visited, previous: Int32Array | undefined): Shelf {
  const { order, starts } = sortByGroupAndDay(rows, rows.groups, rows.size);
  const ranks = gather(rows.dayRanks, order);
  const ordered = previous && gather(previous, order);
  return {
    bytes: ranks.byteLength + starts.byteLength + (ordered?.byteLength ?? 0),
    place: (group, rank) => firstAtLeast(ranks, starts[group]!, starts[group + 1]!, rank),
    previous: ordered,
  };
}
