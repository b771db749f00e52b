import type { EpochDay } from "../../sales/calendar";
import { unitOf } from "../grain";
import { compareStandings, isWorse, type Moment, type TierChange } from "./changes";
import type { Observed } from "./observe";
import { isAlert, type Standing, subjectKey } from "./standing";
import { byUrgency } from "./urgency";

/** Tiers that the workbook remembers: the present ones and their past changes. */
export interface AlertHistory extends Moment {
  readonly standings: readonly Standing[];
  /** Oldest first. */
  readonly log: readonly TierChange[];
}

/** Most that is kept; calm standings and old changes go first. */
export const MOST_STANDINGS = 3_000;
export const MOST_CHANGES = 500;
export const DAYS_KEPT = 35;

/** The history after one more refresh. */
export function remember(
  history: AlertHistory | undefined,
  observed: Observed,
  { dataDate, refreshedAt }: Moment,
): AlertHistory {
  const { standings, changes } = compareStandings(history?.standings, observed, { dataDate, refreshedAt });
  const kept = (history?.log ?? []).filter(({ on }) => on > dataDate - DAYS_KEPT);
  return {
    dataDate,
    refreshedAt,
    standings: bounded(standings),
    log: [...kept, ...changes].slice(-MOST_CHANGES),
  };
}

/** Calm standings go first. */
const bounded = (standings: readonly Standing[]): readonly Standing[] =>
  standings.length <= MOST_STANDINGS
    ? standings
    : [...standings].sort((a, b) => Number(isAlert(b)) - Number(isAlert(a))).slice(0, MOST_STANDINGS);

/** The alerts as they stand, the most urgent first. */
export function openAlerts(history: AlertHistory): readonly Standing[] {
  const worse = new Set(sinceLastRefresh(history).filter(isWorse).map(subjectKey));
  return history.standings
    .filter(isAlert)
    .map((standing) => ({ ...standing, isWorse: worse.has(subjectKey(standing)) }))
    .sort(byUrgency)
    .map(({ isWorse: _, ...standing }) => standing);
}

/** Changes of the last refresh, the most urgent first. */
export const sinceLastRefresh = ({ log, refreshedAt }: AlertHistory): readonly TierChange[] =>
  sorted(log.filter((change) => change.refreshedAt === refreshedAt));

/** The Monday before a day; a Monday's is a week ago. */
export const lastMonday = (day: EpochDay): EpochDay => unitOf("semaine", day - 1, 1).from;

/** Changes since last Monday's refresh, one a subject. A tier that came back is no change. */
export function sinceLastMonday({ log, dataDate }: AlertHistory): readonly TierChange[] {
  const monday = lastMonday(dataDate);
  const net = new Map<string, TierChange>();
  for (const change of log) {
    if (change.on < monday) continue;
    const key = subjectKey(change);
    net.set(key, { ...change, from: net.has(key) ? net.get(key)!.from : change.from });
  }
  return sorted([...net.values()].filter(({ from, to }) => from !== to));
}

/** The tier a standing was in before, as far as the log tells. */
export const tierBefore = ({ log }: AlertHistory, standing: Standing): TierChange["from"] =>
  log.filter((change) => subjectKey(change) === subjectKey(standing)).at(-1)?.from ?? null;

const sorted = (changes: readonly TierChange[]): readonly TierChange[] =>
  changes
    .map((change) => ({ change, ...change, tier: change.to ?? "equilibre", isWorse: isWorse(change) }))
    .sort(byUrgency)
    .map(({ change }) => change);
