import type { EpochDay } from "../../sales/calendar";
import type { Tier } from "../tier";
import type { Observed } from "./observe";
import { gravity, isAlert, isEarly, type Observation, type Standing, subjectKey } from "./standing";

/** A tier that was left for another. Its figures are those of the refresh that saw it. */
export interface TierChange extends Omit<Observation, "tier"> {
  /** Null: was not watched before (a new member, a new target). */
  readonly from: Tier | null;
  /** Null: is watched no more (its target is gone). */
  readonly to: Tier | null;
  /** The data date at which it was first seen. */
  readonly on: EpochDay;
  /** The refresh that saw it. */
  readonly refreshedAt: string;
}

/** The moment of a refresh. */
export type Moment = Pick<TierChange, "refreshedAt"> & { readonly dataDate: EpochDay };

export interface Compared {
  readonly standings: readonly Standing[];
  readonly changes: readonly TierChange[];
}

/**
 * The standings now beside those of the refresh before; `before` undefined is a first refresh, which changes nothing.
 * A subject goes on from period to period: a tier that differs from the last period's is a change, and since when it
 * is counted begins anew with each period. A calm newcomer, or a calm subject that goes, is no news.
 */
export function compareStandings(
  before: readonly Standing[] | undefined,
  { observations, unsettled }: Observed,
  { dataDate, refreshedAt }: Moment,
): Compared {
  const known = new Map((before ?? []).map((standing) => [subjectKey(standing), standing]));
  const change = (seen: Observation, from: Tier | null, to: Tier | null): TierChange => {
    const { tier: _, ...subject } = seen;
    return { ...subject, from, to, on: dataDate, refreshedAt };
  };
  const standings: Standing[] = [];
  const changes: TierChange[] = [];
  for (const seen of observations) {
    const old = known.get(subjectKey(seen));
    known.delete(subjectKey(seen));
    const stays = old?.tier === seen.tier;
    standings.push({ ...seen, since: stays && isSamePeriod(old, seen) ? old.since : dataDate });
    const from = old?.tier ?? (isEarly(seen) ? "equilibre" : null);
    if (before && !stays && (old || isAlert(seen))) changes.push(change(seen, from, seen.tier));
  }
  for (const old of known.values()) {
    const waits = unsettled.some((grain) => grain === old.grain);
    if (waits) standings.push(old);
    else if (isAlert(old)) changes.push(change(asGone(old), old.tier, isEarly(old) ? "equilibre" : null));
  }
  return { standings, changes };
}

/** A window that slides is one period as long as the alert lasts. */
const isSamePeriod = (old: Standing, seen: Observation): boolean =>
  old.period === seen.period || old.grain === "glissant";

function asGone({ since: _, ...seen }: Standing): Observation {
  return seen;
}

/** True if a change asks for more attention than before. */
export const isWorse = ({ from, to }: Pick<TierChange, "from" | "to">): boolean =>
  to !== null && gravity(to) > (from === null ? 0 : gravity(from));
