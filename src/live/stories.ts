import {
  type AlertHistory,
  type KpiSource,
  kinship,
  openAlerts,
  type RegisterEntry,
  type Story,
  stories,
  withReasons,
} from "../kpi";
import { type Result, success } from "../sales/failure";

/** The open alerts of a history as stories with their causes, at most seven (MOST_STORIES). Fails as the source does. */
export async function tellStories(
  source: KpiSource,
  history: AlertHistory,
  entries: readonly RegisterEntry[],
): Promise<Result<readonly Story[]>> {
  const liesIn = await kinship(source, openAlerts(history));
  if (!liesIn.ok) return liesIn;
  return success(await withReasons(source, stories(history, { entries, liesIn: liesIn.value })));
}
