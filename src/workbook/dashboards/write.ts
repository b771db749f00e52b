import type { SheetPlan } from "../../dashboard";
import { sheetReference } from "../../sales/a1";
import { rangeOf } from "../office/ranges";
import type { Session } from "../office/session";
import { writeCharts } from "./charts";
import { type Choice, writeContents } from "./contents";
import { ANCHOR, choicesOf, type FoundDashboard, namesOf, rowsInsertedAbove } from "./find";
import { extent } from "./fingerprint";
import { type ListReference, writeConditionalFormats, writeNumberRules, writeValidations } from "./rules";
import { writeMeasures, writeTables } from "./sheetObjects";
import { writeStyles } from "./styles";

/** A sheet that is ready to be written: it exists, and its charts are known. */
export interface ReadySheet {
  readonly found: FoundDashboard;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly charts: readonly string[];
}

/** Asks for a whole dashboard to be written with the next request. Cells beyond its own are the user's. */
export function writeDashboard(session: Session, ready: ReadySheet, listReference: ListReference): void {
  const { plan } = ready.found;
  const sheet = session.workbook.worksheets.getItem(ready.sheetId);
  clearOld(sheet, ready);
  // Names come before the formulas that use them.
  writeNames(session, ready);
  writePlan(sheet, plan, choicesOf(ready.found), listReference);
}

/** Asks for all that a plan says of one sheet but its view; the sheet has to be empty there. */
export function writePlan(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  choices: ReadonlyMap<string, Choice>,
  listReference: ListReference,
): void {
  writeMeasures(sheet, plan);
  writeStyles(sheet, plan);
  writeContents(sheet, plan, choices);
  writeTables(sheet, plan);
  writeConditionalFormats(sheet, plan);
  writeValidations(sheet, plan, listReference);
  writeNumberRules(sheet, plan);
  writeCharts(sheet, plan);
}

function clearOld(sheet: Excel.Worksheet, { found, charts }: ReadySheet): void {
  const now = extent(found.plan);
  const shift = rowsInsertedAbove(found);
  const area = rangeOf(sheet, {
    row: 0,
    column: 0,
    rows: Math.max(now.rows, (found.record?.rows ?? 0) + shift),
    columns: Math.max(now.columns, found.record?.columns ?? 0),
  });
  area.unmerge();
  area.clear();
  area.conditionalFormats.clearAll();
  area.dataValidation.clear();
  const planned = new Set(found.plan.charts.map(({ name }) => name));
  for (const name of charts) if (planned.has(name)) sheet.charts.getItem(name).delete();
}

/** One that exists is moved, so that no user's formula breaks. */
function writeNames(session: Session, { found, sheetId, sheetName }: ReadySheet): void {
  const { names, worksheets } = session.workbook;
  for (const { name, range } of namesOf(found.plan)) {
    const exists = found.names.get(name)?.exists;
    const item = exists ? names.getItem(name) : names.add(name, rangeOf(worksheets.getItem(sheetId), range));
    if (exists) item.formula = `=${sheetReference(sheetName, range)}`;
    if (name.startsWith(ANCHOR)) item.visible = false;
  }
}
