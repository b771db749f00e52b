import { gatherFacts } from "../../../dashboard/facts";
import { layoutSheets } from "../../../dashboard/layout";
import { dashboards } from "../../../dashboard/sheets";
import { failed, type Result, success } from "../../../sales/failure";
import type { Original } from "../../../sharing/copies";
import type { AsShown } from "../../../sharing/workbookModel";
import type { CopiesService } from "../../live/copies";
import type { PaneServices } from "../../services";
import { type Members, OWNERS } from "./request";

/** The workbook of this moment: its data, and what its dashboards show. Fails with `no-data`, or as Excel does. */
export async function readOriginal({
  copies,
  alerts,
  language,
}: Pick<PaneServices, "copies" | "alerts" | "language">): Promise<
  Result<{ readonly original: Original; readonly shown: AsShown }>
> {
  const inForce = copies.inForce();
  if (!inForce) return failed("no-data");
  const { data, targets, source } = inForce;
  const register = inForce.register.entries;
  const declarations = dashboards(register);
  const facts = await gatherFacts(source, declarations, language);
  if (!facts.ok) return facts;
  const shown = await copies.shown(layoutSheets(declarations, facts.value));
  if (!shown.ok) return shown;
  const kept = alerts.now();
  const history = kept?.book.history;
  const keepings = { register, ...(history && { history }), actions: kept?.actions ?? [] };
  // The engine itself cannot travel to a worker.
  return success({ original: { data, targets, keepings }, shown: shown.value });
}

/** Everybody to whom a copy may go. */
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
