import { intersection, type Rectangle } from "../../src/sales/rectangle";

/** A rectangle after rows or columns came or went at `at`; undefined when it went altogether. */
export function shifted<R extends Rectangle>(
  range: R,
  axis: "row" | "column",
  at: number,
  count: number,
): R | undefined {
  const size = axis === "row" ? "rows" : "columns";
  const end = range[axis] + range[size];
  if (at >= end) return range;
  if (count > 0)
    return range[axis] >= at
      ? { ...range, [axis]: range[axis] + count }
      : { ...range, [size]: range[size] + count };
  const gone = { row: 0, column: 0, rows: 1, columns: 1, [axis]: at, [size]: -count };
  const span = { row: 0, column: 0, rows: 1, columns: 1, [axis]: range[axis], [size]: range[size] };
  const lost = intersection(gone, span)?.[size] ?? 0;
  const before = Math.max(0, Math.min(range[axis] - at, -count));
  return range[size] === lost
    ? undefined
    : { ...range, [axis]: range[axis] - before, [size]: range[size] - lost };
}
