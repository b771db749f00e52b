/** A member's figures: now, and what it is compared with. */
export interface Cell {
  readonly now: number;
  readonly base: number;
}

/** Fewest deviations from chance at which a member is named, beside `deviationsOf` of so many candidates. */
const LEAST_DEVIATIONS = 2.5;

/** Fewest events, now and before, in multiples of the dispersion: with fewer, chance is not a bell. */
const LEAST_EVENTS = 20;

/** Chance that something is named where nothing but chance is. */
const FALSE_NAMES = 0.05;

/** Deviations that the best of so many members reaches by chance alone once in twenty: the tail of a normal, by Mills' ratio. */
export function deviationsAsked(candidates: number): number {
  const odds = Math.max(2, candidates) / FALSE_NAMES;
  const bound = Math.sqrt(2 * Math.log(odds));
  return Math.max(LEAST_DEVIATIONS, Math.sqrt(2 * Math.log(odds / (bound * Math.sqrt(2 * Math.PI)))));
}

/**
 * Deviations by which a member lies from where it would be had it gone as all the others: positive above, negative
 * under. `dispersion` is the variance that chance gives a figure of 1 (of money: about its mean order line).
 */
export function deviationOf(cell: Cell, whole: Cell, dispersion: number): number {
  const others = whole.base - cell.base;
  if (!(others > 0)) return 0;
  const pace = Math.max(0, whole.now - cell.now) / others;
  const both = cell.now + cell.base;
  if (!(pace > 0) || !(both > LEAST_EVENTS * dispersion)) return 0;
  const chance = dispersion * pace * both * (1 + cell.base / others);
  return chance > 0 ? (cell.now - cell.base * pace) / Math.sqrt(chance) : 0;
}

/**
 * The dispersion of figures by member and past period: their squared distance from what each member's share of the
 * whole and each period's total make expect, as a multiple of it (Pearson's χ² by degrees of freedom).
 */
export function dispersionOf(byMember: readonly (readonly number[])[]): number {
  const periods = byMember[0]?.length ?? 0;
  const ofMember = byMember.map((row) => row.reduce((sum, one) => sum + one, 0));
  const ofPeriod = Array.from({ length: periods }, (_, at) =>
    byMember.reduce((sum, row) => sum + row[at]!, 0),
  );
  const whole = ofMember.reduce((sum, one) => sum + one, 0);
  let distance = 0;
  let members = 0;
  for (const [place, row] of byMember.entries()) {
    if (!(ofMember[place]! > 0)) continue;
    members++;
    for (const [at, figure] of row.entries()) {
      const expected = (ofMember[place]! * ofPeriod[at]!) / whole;
      if (expected > 0) distance += (figure - expected) ** 2 / expected;
    }
  }
  const freedom = (members - 1) * (periods - 1);
  return freedom > 0 ? distance / freedom : 0;
}
