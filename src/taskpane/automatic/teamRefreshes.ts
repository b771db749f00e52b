import type { Provenance } from "../../sales/tables";
import type { PaneStore } from "../store";
import { keptText } from "../webStorage";

/** Which refreshes were made with the team's account: of those the next automatic one is made with it too. */
export interface TeamRefreshes {
  includes(provenance: Provenance): boolean;
  add(provenance: Provenance): void;
}

const KEY = "vigie.teamRefreshes";
/** As many workbooks of this machine's person as keep the team's account. */
const MOST = 50;

/**
 * Kept on this machine by source and moment, which name one refresh of one workbook: after a colleague refreshed it
 * with an account of their own, it is no longer the team's. No secret is among them.
 */
export function storedTeamRefreshes(storage: () => Storage): TeamRefreshes {
  const kept = keptText(storage, KEY);
  const names = () => kept.read().split("\n").filter(Boolean);
  return {
    includes: (provenance) => names().includes(nameOf(provenance)),
    add: (provenance) => kept.write([...names(), nameOf(provenance)].slice(-MOST).join("\n")),
  };
}

const nameOf = ({ source, refreshedAt }: Provenance): string => `${source} ${refreshedAt}`;

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
