import { type DataScope, scopeActions, scopeAlerts, scopeSales } from "../kpi";
import type { WorkbookContents } from "../live";
import { type Result, success } from "../sales/failure";

/**
 * The contents that belong to a scope: every rule, and the rows, targets, alerts and actions about its own members.
 * Fails with `member-unknown`, and with `scope-empty` {scope} when no row belongs to it.
 */
export function scopeContents(contents: WorkbookContents, scope: DataScope): Result<WorkbookContents> {
  const { data, targets, register, history, actions = [], company } = contents;
  const own = scopeSales(data, targets, scope);
  if (!own.ok) return own;
  const cut = { data, scope, scoped: own.value.data };
  const ownHistory = history ? scopeAlerts(history, cut) : success(undefined);
  if (!ownHistory.ok) return ownHistory;
  const ownActions = scopeActions(actions, cut);
  if (!ownActions.ok) return ownActions;
  return success({
    data: own.value.data,
    targets: own.value.targets,
    ...(register && { register }),
    ...(company && { company }),
    ...(ownHistory.value && { history: ownHistory.value }),
    actions: ownActions.value,
  });
}
