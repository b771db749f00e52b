import { fitsDense } from "./cube";
import type { DatedRows } from "./dates";
import type { DistinctRows } from "./distinct";
import type { Grouping } from "./grouping";
import type { OccurrenceBuffer } from "./occurrences";
import { countByCell } from "./scatter";
import { firstAtLeast, gather, sortByGroupAndDay } from "./sorting";

/** Occurrences in order of group and day: those of a group within a span of days stand side by side. */
export interface DistinctIndex {
  readonly bytes: number;
  /** Number of occurrences before a group's first on that day or later. */
  place(group: number, rank: number): number;
  /** By place: rank of the same value's occurrence before; undefined where no value recurs. */
  readonly previous: Int32Array | undefined;
}

/**
 * Dense where groups × days are few, else found by bisection; see `cube.ts`. `found` is scratch memory, free for
 * reuse after this call.
 */
export function buildDistinctIndex(
  rows: DistinctRows,
  grouping: Grouping,
  found: OccurrenceBuffer,
): DistinctIndex {
  const { days } = rows.dated;
  const { size } = grouping;
  if (rows.oneDayEach && fitsDense(rows.dated, size)) {
    const cells = new Float64Array(size * (days.length + 1));
    rows.count(grouping, days.length + 1, cells, found);
    return denseIndex(cells, days.length + 1);
  }
  rows.find(grouping, found);
  const occurrences: Occurrences = {
    days,
    dayRanks: found.dayRanks.subarray(0, found.length),
    groups: found.groups.subarray(0, found.length),
    size,
  };
  const previous = found.recurring ? found.previous : undefined;
  return fitsDense(occurrences, size)
    ? denseIndexOf(occurrences, previous)
    : sortedIndex(occurrences, previous);
}

interface Occurrences extends DatedRows {
  readonly groups: Int32Array;
  readonly size: number;
}

/** Turns the number of occurrences in each cell `group * width + rank + 1` into places. */
function denseIndex(cells: Float64Array, width: number): DistinctIndex {
  for (let cell = 1; cell < cells.length; cell++) cells[cell] = cells[cell]! + cells[cell - 1]!;
  return {
    bytes: cells.byteLength,
    place: (group, rank) => cells[group * width + rank]!,
    previous: undefined,
  };
}

function denseIndexOf(
  { days, dayRanks, groups, size }: Occurrences,
  previous: Int32Array | undefined,
): DistinctIndex {
  const width = days.length + 1;
  const cells = new Float64Array(size * width);
  countByCell(cells, groups, width, dayRanks);
  const index = denseIndex(cells, width);
  if (!previous) return index;
  const next = new Int32Array(cells);
  const ordered = new Int32Array(dayRanks.length);
  for (let occurrence = 0; occurrence < ordered.length; occurrence++) {
    const cell = Math.imul(groups[occurrence]!, width) + dayRanks[occurrence]!;
    const place = next[cell]!;
    ordered[place] = previous[occurrence]!;
    next[cell] = place + 1;
  }
  return { ...index, bytes: index.bytes + ordered.byteLength, previous: ordered };
}

function sortedIndex(rows: Occurrences, previous: Int32Array | undefined): DistinctIndex {
  const { order, starts } = sortByGroupAndDay(rows, rows.groups, rows.size);
  const ranks = gather(rows.dayRanks, order);
  const ordered = previous && gather(previous, order);
  return {
    bytes: ranks.byteLength + starts.byteLength + (ordered?.byteLength ?? 0),
    place: (group, rank) => firstAtLeast(ranks, starts[group]!, starts[group + 1]!, rank),
    previous: ordered,
  };
}
