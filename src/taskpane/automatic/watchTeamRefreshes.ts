import type { PaneStore } from "../store";
import type { TeamRefreshes } from "./teamRefreshes";

/** From now on each refresh with the team's account is kept in mind. */
export function watchTeamRefreshes(store: PaneStore, refreshes: TeamRefreshes): void {
  let seen = store.getState().provenance;
  store.subscribe(() => {
    const { provenance, session, activity } = store.getState();
    if (provenance === seen) return;
    seen = provenance;
    // New and not yet built upon: it came by a refresh, not with the workbook.
    const isRefreshed = activity === "building" && provenance !== undefined;
    if (isRefreshed && session?.account === "team") refreshes.add(provenance);
  });
}
