import type { GrainId } from "../definition";
import { grainOf, unitOf } from "../grain";
import type { DayRange } from "../source";
import { buildCube, type Cube } from "./cube";
import { forEachFirst, type UnitOfRank, type ValueOrder, type Visits, visitsOf } from "./distinct";
import type { Grouping } from "./grouping";
import { type CountedRows, daysBefore, type RankSpan, rankSpan } from "./selection";
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

/** A value with several days is counted once a range: ranges kept beside the whole units of time. */
const MOST_RANGES = 64;

/** Distinct counts: added up over days where each value has one day, else counted per unit of time or per range. */
export function distinctTally(
  selection: CountedRows,
  grouping: Grouping,
  values: ValueOrder,
  fiscalFirstMonth: number,
): Tally {
  const visits = visitsOf(selection, values, grouping);
  return values.singleDay
    ? additiveTally(visits.selection, visits.grouping, [{ vector: undefined, divisor: 1 }])
    : new DistinctTally(visits, fiscalFirstMonth);
}

class DistinctTally implements Tally {
  private readonly cubes = new Map<GrainId, Cube>();
  private readonly ranges = new Map<string, Float64Array>();
  private readonly spans: SpanOfRange;
  private lastRange: DayRange | undefined;
  private lastGrain: GrainId | undefined;

  constructor(
    private readonly visits: Visits,
    private readonly fiscalFirstMonth: number,
  ) {
    this.spans = new SpanOfRange(visits.selection);
  }

  get grouping(): Grouping {
    return this.visits.grouping;
  }

  get bytes(): number {
    let bytes = this.visits.bytes;
    for (const cube of this.cubes.values()) bytes += cube.bytes;
    return bytes + this.ranges.size * this.grouping.size * Float64Array.BYTES_PER_ELEMENT;
  }

  value(group: number, range: DayRange): number {
    const grain = this.grainOf(range);
    return grain ? this.cube(grain).sum(group, this.spans.of(range)) : this.counts(range)[group]!;
  }

  private grainOf(range: DayRange): GrainId | undefined {
    if (range !== this.lastRange) {
      const { from, to } = range;
      const bounded = !this.visits.selection.timeless && from !== undefined && to !== undefined;
      this.lastGrain = bounded ? grainOf({ from, to }, this.fiscalFirstMonth) : undefined;
      this.lastRange = range;
    }
    return this.lastGrain;
  }

  private cube(grain: GrainId): Cube {
    let cube = this.cubes.get(grain);
    if (!cube) {
      const { selection, grouping } = this.visits;
      const firsts = new Float64Array(selection.dayRanks.length);
      forEachFirst(this.visits, this.unitsOf(grain), (visit) => {
        firsts[visit] = 1;
      });
      cube = buildCube(selection, grouping, firsts);
      this.cubes.set(grain, cube);
    }
    return cube;
  }

  /** The number of each occurring day's unit. */
  private unitsOf(grain: GrainId): UnitOfRank {
    const { days } = this.visits.selection;
    const units = new Int32Array(days.length);
    for (let rank = 0, number = 0; rank < days.length; number++) {
      const end = daysBefore(days, unitOf(grain, days[rank]!, this.fiscalFirstMonth).to + 1);
      units.fill(number, rank, end);
      rank = end;
    }
    return units;
  }

  private counts(range: DayRange): Float64Array {
    const { start, end } = this.spans.of(range);
    const key = `${start} ${end}`;
    let counts = this.ranges.get(key);
    if (!counts) {
      counts = this.countRange(start, end);
      if (this.ranges.size >= MOST_RANGES) this.ranges.delete(this.ranges.keys().next().value ?? "");
      this.ranges.set(key, counts);
    }
    return counts;
  }

  private countRange(start: number, end: number): Float64Array {
    const counts = new Float64Array(this.grouping.size);
    const units = new Int32Array(this.visits.selection.days.length).fill(-1).fill(0, start, end);
    forEachFirst(this.visits, units, (_, group) => {
      counts[group] = counts[group]! + 1;
    });
    return counts;
  }
}
