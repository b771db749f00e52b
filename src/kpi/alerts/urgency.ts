import { faceOf, gravity, isEarly, type Observation } from "./standing";

/** Distance of a value to the wrong side of the amount due; 0 on the right side or without an amount due. */
export interface Gap {
  /** In the KPI's unit. */
  readonly amount: number;
  /** As a share of what was due; 0 where nothing was due. */
  readonly share: number;
  readonly isMoney: boolean;
}

export function gapOf({ value, due, ...subject }: Pick<Observation, "kpi" | "face" | "value" | "due">): Gap {
  const definition = faceOf(subject);
  const side = definition?.better === "low" ? 1 : -1;
  const amount = value === null || due === null ? 0 : Math.max(0, side * (value - due));
  return {
    amount,
    share: due === null || due === 0 ? 0 : amount / Math.abs(due),
    isMoney: definition?.unit === "money",
  };
}

/** Facts that decide urgency. */
export type Ranked = Observation & { readonly isWorse: boolean };

/**
 * Alerte before Anticipation; then early alerts, which are rare and cost most when they wait; then what has just
 * worsened; then money at stake, the most first; then what has no money, by its share of what was due; then names.
 */
export const byUrgency = (a: Ranked, b: Ranked): number => {
  const [left, right] = [gapOf(a), gapOf(b)];
  return (
    gravity(b.tier) - gravity(a.tier) ||
    Number(isEarly(b)) - Number(isEarly(a)) ||
    Number(b.isWorse) - Number(a.isWorse) ||
    Number(right.isMoney) - Number(left.isMoney) ||
    (left.isMoney ? right.amount - left.amount : right.share - left.share) ||
    `${a.kpi} ${a.member} ${a.period}`.localeCompare(`${b.kpi} ${b.member} ${b.period}`)
  );
};
