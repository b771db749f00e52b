import type { AllSetAside } from "../../sales/merge";
import type { RejectedRow } from "../../sales/stream";
import type { LastRefresh } from "./meta";

/** A cell holds 32,767 characters; the mark and what joins them have their room beside. */
const LONGEST_SET_ASIDE = 25_000;

/** The rejected rows of a table: their number, and the first of them. */
interface Counted {
  readonly table: RejectedRow["table"];
  readonly rejectedCount: number;
  readonly rejected: readonly RejectedRow[];
}

/** The record of a refresh for the next one. Changes can be merged only where every rejected row is known. */
export function lastRefresh(mark: string | undefined, tables: readonly Counted[]): LastRefresh {
  if (mark === undefined) return {};
  const some = tables.filter(({ rejectedCount }) => rejectedCount > 0);
  const setAside: AllSetAside = Object.fromEntries(some.map(({ table, rejected }) => [table, rejected]));
  const cut = some.find(({ rejectedCount, rejected }) => rejected.length < rejectedCount);
  const unkept = JSON.stringify(setAside).length > LONGEST_SET_ASIDE ? some[0]?.table : cut?.table;
  return unkept ? { mark, unkept } : { mark, setAside };
}
