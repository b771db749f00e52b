import {
  type AlertHistory,
  type DataScope,
  scopeActions,
  scopeAlerts,
  scopeRegister,
  scopeSales,
} from "../kpi";
import type { WorkbookContents } from "../live";
import { type Result, success } from "../sales/failure";

/** The contents that belong to a scope. */
export interface ScopedContents extends WorkbookContents {
  /** Ids of the own indicators left out, whose calculation names members outside the scope. */
  readonly leftOut: readonly string[];
}

/**
 * The contents that belong to a scope: every rule that names nobody else, and the rows, targets, alerts and actions about
 * its own members. Fails with `member-unknown`, and with `scope-empty` {scope} when no row belongs to it.
 */
export function scopeContents(contents: WorkbookContents, scope: DataScope): Result<ScopedContents> {
  const { data, targets, register, history, actions = [], company } = contents;
  const own = scopeSales(data, targets, scope);
  if (!own.ok) return own;
  const cut = { data, scope, scoped: own.value.data };
  const ownHistory = history ? scopeAlerts(history, cut) : success(undefined);
  if (!ownHistory.ok) return ownHistory;
  const ownActions = scopeActions(actions, cut);
  if (!ownActions.ok) return ownActions;
  const rules = register ? scopeRegister(register, own.value.data) : undefined;
  const leftOut = new Set(rules?.leftOut);
  const stays = ({ kpi }: { readonly kpi: string }) => !leftOut.has(kpi.trim().toUpperCase());
  return success({
    data: own.value.data,
    targets: own.value.targets.filter(stays),
    ...(rules && { register: rules.entries }),
    ...(company && { company }),
    ...(ownHistory.value && { history: about(ownHistory.value, stays) }),
    actions: ownActions.value.filter(stays),
    leftOut: [...leftOut],
  });
}

const about = (
  history: AlertHistory,
  stays: (subject: { readonly kpi: string }) => boolean,
): AlertHistory => ({
  ...history,
  standings: history.standings.filter(stays),
  log: history.log.filter(stays),
});
