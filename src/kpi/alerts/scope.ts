import { type Result, success } from "../../sales/failure";
import type { SalesData } from "../../sales/tables";
import { type DataScope, resolveScope } from "../scope/resolve";
import { scopeTargets } from "../scope/scopeTargets";
import type { ActionItem } from "./action";
import type { AlertHistory } from "./history";
import { isEarly, type Subject } from "./standing";

/** What a scope is cut from: the whole data, the scope, and the scope's own data (`scopeData`). */
export interface Cut {
  readonly data: SalesData;
  readonly scope: DataScope;
  readonly scoped: SalesData;
}

/**
 * The history of the scope's own members, called as they are there; totals, products and sectors are shared with
 * others and stay out. Fails with `member-unknown` or `argument-invalid`, as `scopeData` does.
 */
export function scopeAlerts(history: AlertHistory, cut: Cut): Result<AlertHistory> {
  const standings = owned(history.standings, cut);
  if (!standings.ok) return standings;
  const log = owned(history.log, cut);
  return log.ok ? success({ ...history, standings: standings.value, log: log.value }) : log;
}

/** The actions about the scope's own members; an action about anything else may name others. Fails as `scopeAlerts`. */
export const scopeActions = (actions: readonly ActionItem[], cut: Cut): Result<readonly ActionItem[]> =>
  ofMembers(actions, cut);

const owned = <T extends Subject>(list: readonly T[], cut: Cut): Result<readonly T[]> =>
  ofMembers(
    list.filter((subject) => !isEarly(subject)),
    cut,
  );

interface AboutMember {
  readonly kpi: string;
  readonly axis: string;
  readonly member: string;
}

/** What belongs to a scope is decided in one place, for targets: each item travels there with its place as value. */
function ofMembers<T extends AboutMember>(
  items: readonly T[],
  { data, scope, scoped }: Cut,
): Result<readonly T[]> {
  const resolved = resolveScope(data, scope);
  if (!resolved.ok) return resolved;
  const asTargets = items.map(({ kpi, axis, member }, value) => ({
    kpi,
    dimension: axis,
    member,
    period: "",
    value,
  }));
  return success(
    scopeTargets(data, asTargets, resolved.value, scoped).map(({ value, member }) => ({
      ...items[value]!,
      member,
    })),
  );
}
