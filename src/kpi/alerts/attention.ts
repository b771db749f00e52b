import type { EpochDay } from "../../sales/calendar";
import type { Tier } from "../tier";
import type { AlertHistory } from "./history";
import { gravity, isAlert, type Standing, subjectKey } from "./standing";

/** Name of a person and the moment of a deed (ISO 8601). */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

/** An alert is left alone up to a day of data (that day excluded), or as long as it is no worse than it was. */
export interface Pause extends Signature {
  readonly until: EpochDay | "worse";
  readonly tier: Tier;
}

/** Mark that somebody left on one alert: seen or paused. */
export interface Attention {
  /** `subjectKey` of its standing. */
  readonly key: string;
  /** Holds for that tier in that period: a new one has not been seen. */
  readonly seen?: Signature & Pick<Standing, "tier" | "period">;
  readonly pause?: Pause;
}

export const attentionOf = (list: readonly Attention[], standing: Standing): Attention | undefined =>
  list.find(({ key }) => key === subjectKey(standing));

/** The signature under an alert's present tier; undefined when nobody has seen it yet. */
export function seenBy(list: readonly Attention[], standing: Standing): Signature | undefined {
  const seen = attentionOf(list, standing)?.seen;
  return seen && seen.tier === standing.tier && isSamePeriod(seen.period, standing) ? seen : undefined;
}

/** The days of an early rule slide on: they are one period. */
const isSamePeriod = (period: string, standing: Standing): boolean =>
  standing.grain === "glissant" || period === standing.period;

/** The pause that holds at a data date; undefined when the alert is not to be left alone. */
export function pauseOf(
  list: readonly Attention[],
  standing: Standing,
  dataDate: EpochDay,
): Pause | undefined {
  const pause = attentionOf(list, standing)?.pause;
  if (!pause) return undefined;
  const holds =
    pause.until === "worse" ? gravity(standing.tier) <= gravity(pause.tier) : dataDate < pause.until;
  return holds ? pause : undefined;
}

/** The list with one alert's attention changed; `pause: undefined` ends its pause. */
export const withAttention = (
  list: readonly Attention[],
  standing: Standing,
  changed: Partial<Omit<Attention, "key">>,
): readonly Attention[] => [
  ...list.filter(({ key }) => key !== subjectKey(standing)),
  { ...attentionOf(list, standing), ...changed, key: subjectKey(standing) },
];

/** Only of alerts that still stand: one that went calm and comes back is news. */
export function stillNeeded(list: readonly Attention[], { standings }: AlertHistory): readonly Attention[] {
  const alerts = new Set(standings.filter(isAlert).map(subjectKey));
  return list.filter(({ key }) => alerts.has(key));
}
