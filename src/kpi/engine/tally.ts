import type { DayRange } from "../source";
import { buildCube } from "./cube";
import type { DistinctRows } from "./distinct";
import { buildDistinctIndex, type DistinctIndex } from "./distinctIndex";
import type { Grouping } from "./grouping";
import type { OccurrenceBuffer } from "./occurrences";
import { type CountedRows, type RankSpan, rankSpan } from "./selection";
import type { Part } from "./vectors";

/** A measure grouped once: any group and any range of days is then a look-up. */
export interface Tally {
  readonly grouping: Grouping;
  readonly bytes: number;
  value(group: number, range: DayRange): number;
}

/** Remembers the last range, as the members of a list share theirs. */
class SpanOfRange {
  private range: DayRange | undefined;
  private span: RankSpan = { start: 0, end: 0 };

  constructor(private readonly selection: CountedRows) {}

  of(range: DayRange): RankSpan {
    if (range !== this.range) {
      this.span = rankSpan(this.selection, range);
      this.range = range;
    }
    return this.span;
  }
}

/** Sums and counts: one cube per part. */
export function additiveTally(selection: CountedRows, grouping: Grouping, parts: readonly Part[]): Tally {
  const cubes = parts.map(({ vector, divisor }) => ({
    cube: buildCube(selection, grouping, vector),
    divisor,
  }));
  const spans = new SpanOfRange(selection);
  return {
    grouping,
    bytes: cubes.reduce((bytes, { cube }) => bytes + cube.bytes, 0),
    value(group, range) {
      const span = spans.of(range);
      let value = 0;
      for (const { cube, divisor } of cubes) value += cube.sum(group, span) / divisor;
      return value;
    },
  };
}

/** A count over more occurrences than this is kept. */
const WORTH_KEEPING = 256;
/** Most counts that a tally keeps. */
const MOST_KEPT = 4096;

/** Distinct counts: of the occurrences in a span of days, those whose value did not occur before within the span. */
export class DistinctTally implements Tally {
  private readonly index: DistinctIndex;
  private readonly spans: SpanOfRange;
  private readonly kept = new Map<number, number>();

  constructor(
    selection: CountedRows,
    readonly grouping: Grouping,
    rows: DistinctRows,
    buffer: OccurrenceBuffer,
  ) {
    this.index = buildDistinctIndex(rows, grouping, buffer);
    this.spans = new SpanOfRange(selection);
  }

  get bytes(): number {
    return this.index.bytes;
  }

  value(group: number, range: DayRange): number {
    const { start, end } = this.spans.of(range);
    const { previous } = this.index;
    const from = this.index.place(group, start);
    const to = Math.max(from, this.index.place(group, end));
    if (!previous) return to - from;
    return to - from > WORTH_KEEPING
      ? this.keptCount(previous, from, to, start)
      : firsts(previous, from, to, start);
  }

  private keptCount(previous: Int32Array, from: number, to: number, start: number): number {
    const key = from * (previous.length + 1) + to;
    let count = this.kept.get(key);
    if (count === undefined) {
      count = firsts(previous, from, to, start);
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(key, count);
    }
    return count;
  }
}

/** Number of places from `from` to `to` whose value did not occur from `start` on before them. */
function firsts(previous: Int32Array, from: number, to: number, start: number): number {
  let count = 0;
  for (let place = from; place < to; place++) count += previous[place]! < start ? 1 : 0;
  return count;
}
