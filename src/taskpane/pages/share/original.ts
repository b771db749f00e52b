import type { WorkbookContents } from "../../../live";
import { planDashboards } from "../../../live";
import { failed, type Result, success } from "../../../sales/failure";
import type { AsShown } from "../../../sharing";
import type { CopiesService } from "../../copies";
import type { PaneServices } from "../../services";
import { type Members, OWNERS } from "./request";

/**
 * Reads the workbook's present contents, and the choices and names of its dashboards. Fails with `no-data`, or as Excel
 * does.
 */
export async function readOriginal({
  copies,
  alerts,
  language,
}: Pick<PaneServices, "copies" | "alerts" | "language">): Promise<
  Result<{ readonly original: WorkbookContents; readonly shown: AsShown }>
> {
  const inForce = copies.inForce();
  if (!inForce) return failed("no-data");
  const { data, targets, source } = inForce;
  const register = inForce.register.entries;
  const company = inForce.company.settings;
  const plans = await planDashboards({ source, register }, language);
  if (!plans.ok) return plans;
  const shown = await copies.shown(plans.value);
  if (!shown.ok) return shown;
  const kept = alerts.now();
  const history = kept?.book.history;
  const actions = kept?.actions ?? [];
  // The engine itself cannot travel to a worker.
  return success({
    original: { data, targets, register, company, ...(history && { history }), actions },
    shown: shown.value,
  });
}

/** Reads the members that a copy can be made for. */
export async function readMembers(copies: CopiesService): Promise<Result<Members>> {
  const source = copies.inForce()?.source;
  if (!source) return failed("no-data");
  const names = { region: [], commercial: [] } as Record<keyof Members, readonly string[]>;
  for (const owner of OWNERS) {
    const members = await source.members(owner);
    if (!members.ok) return members;
    names[owner] = members.value;
  }
  return success(names);
}
