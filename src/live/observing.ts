import { type Observed, observeEarly, observeTiers, type RegisterEntry, remember, stillNeeded } from "../kpi";
import { type Result, success } from "../sales/failure";
import type { Provenance } from "../sales/tables";
import type { AlertBook } from "./alertBook";
import type { InForce } from "./inForce";

/**
 * Every tier and early sign of this moment, by the register's thresholds; none of a KPI whose entry names nobody who
 * decides. Fails as the engine does.
 */
export async function observeAll(
  { source, targets }: Pick<InForce, "source" | "targets">,
  entries: readonly RegisterEntry[],
): Promise<Result<Observed>> {
  const thresholds = Object.fromEntries(entries.map((entry) => [entry.kpi, entry.thresholds]));
  const tiers = await observeTiers(source, { targets, settings: { thresholds } });
  if (!tiers.ok) return tiers;
  const early = await observeEarly(source);
  if (!early.ok) return early;
  const undecided = new Set(entries.filter(({ user }) => user.trim() === "").map(({ kpi }) => kpi));
  const observations = [...tiers.value.observations, ...early.value].filter(({ kpi }) => !undecided.has(kpi));
  return success({ ...tiers.value, observations });
}

/** The book after a refresh: compares the observations with the standings before. */
export const remembering =
  (observed: Observed, provenance: Provenance) =>
  (book: AlertBook): AlertBook => {
    const history = remember(book.history, observed, provenance);
    return { ...book, history, attention: stillNeeded(book.attention, history) };
  };
