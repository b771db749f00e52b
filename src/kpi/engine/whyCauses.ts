import type { DimensionId } from "../definition";
import { type Cell, deviationOf, deviationsAsked } from "../why/evidence";
import { narrow, restrictionsOf, type Slice } from "./slice";
import type { Candidate, WhyCells } from "./whyCells";

/** Axes whose pairs are tried: those on which single members deviate most. */
const MOST_AXES = 5;
const MOST_PAIRS = 4_000;
const MOST_CAUSES = 3;
/** Candidates freed of what an earlier cause already explains, each round. */
const MOST_FREED = 12;
/** A pair explains more words with more data: it has to deviate by so much more than its member alone. */
const PRICE_OF_A_PAIR = 1.1;

/** Least part of a gap that a place which goes against it must weigh to be named. */
const WORTH_SAYING = 0.5;

/** A place that deviates, with the figures that no earlier cause holds. */
export interface Cause {
  readonly candidate: Candidate;
  readonly amount: number;
  readonly deviation: number;
}

interface Scored extends Candidate {
  readonly deviation: number;
}

/**
 * The places that stand out of a gap, most evidence first: the one that deviates most in the gap's direction (in the
 * other, where none does); then the next, freed of what it explains. Empty where chance explains all.
 */
export function causesOf(
  cells: WhyCells,
  axes: readonly DimensionId[],
  gap: number,
  crossed = true,
): readonly Cause[] {
  const { slice } = cells.comparison;
  const whole = cells.cell(slice);
  const singles = axes.flatMap((axis) => along(cells, axis, slice, whole));
  const candidates = crossed ? [...singles, ...pairsOf(cells, singles, slice, whole)] : singles;
  const asked = {
    1: deviationsAsked(singles.length),
    2: deviationsAsked(candidates.length - singles.length),
  };
  const search = { cells, candidates, asked };
  const direction = Math.sign(gap) || -1;
  const found = chain(search, whole, direction);
  if (found.length > 0) return found;
  const against = chain(search, whole, -direction);
  return against[0] && Math.abs(against[0].amount) >= Math.abs(gap) * WORTH_SAYING ? against : [];
}

/** A search for what stands out: the places tried, and the deviations asked of one axis' and of two axes'. */
interface Search {
  readonly cells: WhyCells;
  readonly candidates: readonly Scored[];
  readonly asked: Readonly<Record<number, number>>;
}

/** The causes in one direction, each freed of those before it. */
function chain(search: Search, whole: Cell, direction: number): readonly Cause[] {
  const causes: Cause[] = [];
  let rest = whole;
  while (causes.length < MOST_CAUSES) {
    const next = strongest(search, causes, rest, direction);
    if (!next) break;
    causes.push(next.cause);
    rest = { now: rest.now - next.free.now, base: rest.base - next.free.base };
  }
  return causes;
}

function along(cells: WhyCells, axis: DimensionId, slice: Slice, whole: Cell): readonly Scored[] {
  const dispersion = cells.dispersion(axis);
  return cells.along(axis, slice).map((cell) => ({
    now: cell.now,
    base: cell.base,
    slice: cell.slice,
    place: [{ axis, code: cell.code }],
    dispersion,
    deviation: deviationOf(cell, whole, dispersion),
  }));
}

function pairsOf(cells: WhyCells, singles: readonly Scored[], slice: Slice, whole: Cell): readonly Scored[] {
  const axes = [...new Set(singles.map(({ place }) => place[0]!.axis))];
  const ranked = axes
    .filter((axis) => axis !== "client")
    .map((axis) => [axis, singles.filter(({ place }) => place[0]!.axis === axis)] as const)
    .sort(([, a], [, b]) => largest(b) - largest(a))
    .slice(0, MOST_AXES);
  return ranked.flatMap(([axis, members], place) =>
    ranked.slice(place + 1).flatMap(([other, others]) => {
      if (members.length * others.length > MOST_PAIRS) return [];
      const dispersion = Math.max(cells.dispersion(axis), cells.dispersion(other));
      return members.flatMap((one) =>
        others.flatMap((two): Scored[] => {
          const own = narrow(narrow(slice, axis, one.place[0]!.code), other, two.place[0]!.code);
          const cell = cells.cell(own);
          if (cell.now === 0 && cell.base === 0) return [];
          const deviation = deviationOf(cell, whole, dispersion) / PRICE_OF_A_PAIR;
          return [{ ...cell, slice: own, place: [...one.place, ...two.place], dispersion, deviation }];
        }),
      );
    }),
  );
}

const largest = (cells: readonly Scored[]): number =>
  cells.reduce((most, { deviation }) => Math.max(most, Math.abs(deviation)), 0);

function strongest(
  { cells, candidates, asked }: Search,
  causes: readonly Cause[],
  rest: Cell,
  direction: number,
) {
  const score = (cell: Cell, { dispersion, place }: Candidate) =>
    (direction * deviationOf(cell, rest, dispersion)) / (place.length > 1 ? PRICE_OF_A_PAIR : 1);
  return candidates
    .map((candidate) => ({ candidate, deviation: score(candidate, candidate) }))
    .filter(({ candidate, deviation }) => deviation >= asked[candidate.place.length]!)
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, causes.length === 0 ? 1 : MOST_FREED)
    .flatMap(({ candidate }) => {
      const free = freed(cells, candidate, causes);
      const deviation = score(free, candidate);
      if (deviation < asked[candidate.place.length]!) return [];
      return [{ free, cause: { candidate, amount: free.now - free.base, deviation } }];
    })
    .sort((a, b) => b.cause.deviation - a.cause.deviation)[0];
}

/** A candidate's figures less what it shares with earlier causes (which share nothing with each other). */
function freed(cells: WhyCells, candidate: Candidate, causes: readonly Cause[]): Cell {
  let { now, base } = candidate;
  const taken: Slice[] = [];
  for (const { candidate: cause } of causes) {
    const shared = overlap(candidate.slice, cause.slice);
    if (shared.empty) continue;
    const cell = cells.cell(shared);
    now -= cell.now;
    base -= cell.base;
    // What two earlier causes share was taken off twice.
    for (const earlier of taken) {
      const twice = overlap(shared, earlier);
      if (twice.empty) continue;
      const again = cells.cell(twice);
      now += again.now;
      base += again.base;
    }
    taken.push(shared);
  }
  return { now, base };
}

const overlap = (one: Slice, other: Slice): Slice =>
  restrictionsOf(other).reduce((slice, { dimension, code }) => narrow(slice, dimension, code), one);
