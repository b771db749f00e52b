/** A session this long without use yields to anybody who needs its place. */
export const YIELDS_AFTER_MILLISECONDS = 5 * 60_000;

/** For whom a session is: the network it was opened from and the source it reads. */
export interface Place {
  readonly network: string;
  /** Empty before it is known. */
  readonly sourceId: string;
}

/** A place that is taken. */
export interface TakenPlace extends Place {
  readonly usedAt: number;
  /** A refresh is under way. */
  readonly isBusy: boolean;
}

/**
 * The session that yields to a newcomer when every place is taken; undefined when none does. A network that holds more
 * than the newcomer's would gives one of its own, and within one network a source that holds more than the newcomer's
 * would; otherwise one that was idle for long. Always the one unused longest; one with a refresh under way only where
 * all those of its network have.
 */
export function yieldingTo<T extends TakenPlace>(
  newcomer: Place,
  taken: readonly T[],
  now: number,
): T | undefined {
  const networks = groups(taken, ({ network }) => network);
  const own = networks.get(newcomer.network) ?? [];
  const largest = longest(networks);
  if (largest.length > own.length + 1) {
    const source = longest(groups(largest, ({ sourceId }) => sourceId));
    return (
      unusedLongest(source.filter(isIdle)) ?? unusedLongest(largest.filter(isIdle)) ?? unusedLongest(source)
    );
  }
  const sources = groups(own, ({ sourceId }) => sourceId);
  const ownSource = sources.get(newcomer.sourceId) ?? [];
  const larger = longest(sources).filter(isIdle);
  if (longest(sources).length > ownSource.length + 1 && larger.length > 0) return unusedLongest(larger);
  return idleForLong(taken, now);
}

/** The session unused longest, if that is long enough to yield to anybody. */
export const idleForLong = <T extends TakenPlace>(taken: readonly T[], now: number): T | undefined =>
  // Nor is a refresh under way whose reader has read nothing for so long.
  unusedLongest(taken.filter((place) => yieldsAt(place) <= now));

/** Milliseconds until one of the sessions will have been idle long enough, if it is not used; undefined when all are busy. */
export function untilOneYields(taken: readonly TakenPlace[], now: number): number | undefined {
  const idle = unusedLongest(taken.filter(isIdle));
  return idle && Math.max(0, yieldsAt(idle) - now);
}

const isIdle = ({ isBusy }: TakenPlace): boolean => !isBusy;
const yieldsAt = ({ usedAt }: TakenPlace): number => usedAt + YIELDS_AFTER_MILLISECONDS;

function groups<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const group = found.get(keyOf(one));
    if (group) group.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}

const longest = <T>(all: ReadonlyMap<string, T[]>): readonly T[] =>
  [...all.values()].reduce<readonly T[]>((best, group) => (group.length > best.length ? group : best), []);

const unusedLongest = <T extends TakenPlace>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>((best, one) => (best && best.usedAt <= one.usedAt ? best : one), undefined);
