import { targetsSheet } from "../../dashboard/sheets/targets";
import type { Result } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import type { Language } from "../../sales/text";
import { Lists } from "../dashboards/lists";
import { writePlan } from "../dashboards/write";
import { inWorkbook, type SessionOptions } from "../office/session";
import { takeSnapshot } from "../store/snapshot";
import { findTargets } from "./find";
import { attachWatches } from "./watch";

/**
 * Makes the sheet "Objectifs" with the proposed targets, once. Where the workbook keeps targets, or has a sheet of
 * that name, nothing is written. True when the sheet was made.
 */
export async function ensureTargets(
  proposed: readonly Target[],
  options: SessionOptions & { readonly language?: Language } = {},
): Promise<Result<boolean>> {
  const plan = targetsSheet(proposed, options.language ?? "fr");
  const made = await inWorkbook(async (session) => {
    if (await findTargets(session)) return false;
    const lists = new Lists();
    lists.write(session, await takeSnapshot(session));
    writePlan(session.workbook.worksheets.add(plan.name), plan, new Map(), lists.reference);
    await session.sync();
    return true;
  }, options);
  if (made.ok && made.value) await attachWatches();
  return made;
}
