import type { SheetPlan } from "../../dashboard";
import type { Result } from "../../sales/failure";
import { findDashboards } from "../dashboards/find";
import { inWorkbook, type SessionOptions } from "../office/session";

/** The dashboards as the person sees them at this moment. */
export interface DashboardsShown {
  /** The contents of the named input cells: `{Vigie_Periode: "2024-T1"}`. */
  readonly chosen: Readonly<Record<string, string | number>>;
  /** Plan name → the sheet's name now. */
  readonly sheetNames: Readonly<Record<string, string>>;
}

/** One request. Dashboards that are not there keep their plan's name and proposals. */
export const readShown = (
  plans: readonly SheetPlan[],
  options: SessionOptions = {},
): Promise<Result<DashboardsShown>> =>
  inWorkbook(async (session) => {
    const { found } = await findDashboards(session, plans);
    return {
      chosen: Object.fromEntries(
        found.flatMap(({ plan, names }) =>
          plan.names.flatMap(({ name }) => {
            const value = names.get(name)?.at?.value;
            return typeof value === "number" || typeof value === "string" ? [[name, value] as const] : [];
          }),
        ),
      ),
      sheetNames: Object.fromEntries(
        found.map(({ plan, currentName }) => [plan.name, currentName ?? plan.name]),
      ),
    };
  }, options);
