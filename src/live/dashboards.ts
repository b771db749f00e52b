import type { SheetPlan } from "../dashboard";
import { dashboards, gatherFacts, layoutSheets } from "../dashboard";
import type { AlertHistory, KpiSource, RegisterEntry } from "../kpi";
import { type Result, success } from "../sales/failure";
import type { Language } from "../sales/text";

export interface DashboardContents {
  readonly source: KpiSource;
  readonly register: readonly RegisterEntry[];
  readonly history?: AlertHistory | undefined;
}

/** Plans every dashboard, in tab order. Fails as the source does. */
export async function planDashboards(
  { source, register, history }: DashboardContents,
  language: Language,
): Promise<Result<readonly SheetPlan[]>> {
  const sheets = dashboards(register);
  const facts = await gatherFacts(source, sheets, language);
  if (!facts.ok) return facts;
  return success(layoutSheets(sheets, { ...facts.value, ...(history && { alerts: history }) }));
}
