import { gatherFacts } from "../../../dashboard/facts";
import { layoutSheets } from "../../../dashboard/layout";
import { DASHBOARDS } from "../../../dashboard/sheets";
import { failed, type Result, success } from "../../../sales/failure";
import type { Language } from "../../../sales/text";
import type { Original } from "../../../sharing/copies";
import type { AsShown } from "../../../sharing/workbookModel";
import type { CopiesService } from "../../live/copies";
import { type Members, OWNERS } from "./request";

/** The workbook of this moment: its data, and what its dashboards show. Fails with `no-data`, or as Excel does. */
export async function readOriginal(
  copies: CopiesService,
  language: Language,
): Promise<Result<{ readonly original: Original; readonly shown: AsShown }>> {
  const original = copies.inForce();
  if (!original) return failed("no-data");
  const facts = await gatherFacts(original.source, DASHBOARDS, language);
  if (!facts.ok) return facts;
  const shown = await copies.shown(layoutSheets(DASHBOARDS, facts.value));
  return shown.ok ? success({ original, shown: shown.value }) : shown;
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
