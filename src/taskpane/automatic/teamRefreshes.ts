import type { Provenance } from "../../sales/tables";
import { keptText } from "../webStorage";

/** Remembers the refreshes made with the team account: the next automatic one is made with it too. */
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
