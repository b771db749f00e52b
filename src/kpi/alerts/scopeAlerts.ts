import { type Result, success } from "../../sales/failure";
import type { SalesData } from "../../sales/tables";
import { type DataScope, resolveScope } from "../scope/resolve";
import { namesInScope } from "../scope/scopeTargets";
import type { ActionItem } from "./action";
import type { AlertHistory } from "./history";
import { isEarly, type Subject } from "./standing";

/** Whole data, a scope of it, and the scope's own data (made by `scopeData`). */
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
  readonly axis: string;
  readonly member: string;
}

/** The items about the scope's own members, by their names there. */
function ofMembers<T extends AboutMember>(
  items: readonly T[],
  { data, scope, scoped }: Cut,
): Result<readonly T[]> {
  const resolved = resolveScope(data, scope);
  if (!resolved.ok) return resolved;
  const nameOf = namesInScope(data, resolved.value, scoped);
  return success(
    items.flatMap((item) => {
      const member = nameOf(item.axis, item.member);
      return member === undefined ? [] : [{ ...item, member }];
    }),
  );
}
