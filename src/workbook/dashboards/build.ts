import type { SheetPlan } from "../../dashboard/plan";
import { FailureError, failure, type Result } from "../../sales/failure";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { dashboardsWrite, type StoredDashboard } from "../store/meta";
import { ensureMetaSheet, type Snapshot, writeMeta } from "../store/snapshot";
import { type FoundDashboard, findDashboards } from "./find";
import { extent, fingerprint } from "./fingerprint";
import { Lists } from "./lists";
import { freeName, type ReadySheet, writeDashboard } from "./write";

export interface DashboardReport {
  /** Plans whose sheet was written; the others were up to date. */
  readonly written: readonly string[];
  /** Plan name → the name of its sheet now, as the user may have changed it. */
  readonly sheetNames: Readonly<Record<string, string>>;
  readonly syncs: number;
}

/**
 * Brings the workbook's dashboards to their plans. `plans` are all of them: long validation lists share a sheet.
 * A dashboard whose plan is the one last written costs nothing; one that the user renamed is found again, one that
 * was deleted is made anew, and what the user chose in its input cells stays. Fails with `workbook-protected`
 * {sheet} before anything is written.
 */
export const buildDashboards = (
  plans: readonly SheetPlan[],
  options: SessionOptions = {},
): Promise<Result<DashboardReport>> =>
  inWorkbook(async (session) => {
    const { snapshot, found } = await findDashboards(session, plans);
    const lists = new Lists(plans);
    const stale = found.filter((dashboard) => !isUpToDate(dashboard, lists, snapshot));
    const ready = stale.length > 0 ? await makeReady(session, snapshot, stale) : [];
    if (ready.length > 0) await writeAll(session, snapshot, ready, lists);
    const namesNow = new Map(ready.map(({ found: { plan }, sheetName }) => [plan.name, sheetName]));
    return {
      written: ready.map(({ found: { plan } }) => plan.name),
      sheetNames: Object.fromEntries(
        found.map(({ plan, currentName }) => [
          plan.name,
          namesNow.get(plan.name) ?? currentName ?? plan.name,
        ]),
      ),
      syncs: session.syncs,
    };
  }, options);

const isUpToDate = ({ plan, record, sheetId }: FoundDashboard, lists: Lists, snapshot: Snapshot): boolean =>
  sheetId !== undefined &&
  record?.fingerprint === fingerprint(plan, lists.reference) &&
  lists.areIntact(plan, snapshot);

/** One request: makes the sheets that are missing, and asks what stands on the others. */
async function makeReady(
  session: Session,
  snapshot: Snapshot,
  stale: readonly FoundDashboard[],
): Promise<ReadySheet[]> {
  const { worksheets } = session.workbook;
  const asked = stale
    .filter(({ sheetId }) => sheetId)
    .map((found) => {
      const sheet = worksheets.getItem(found.sheetId!);
      sheet.protection.load("protected");
      sheet.charts.load("items/name");
      return { found, sheet };
    });
  const missing = stale.filter(({ sheetId }) => !sheetId);
  // Nothing is created before all sheets that exist are known to take writes.
  if (asked.length > 0) await session.sync();
  for (const { found, sheet } of asked)
    if (sheet.protection.protected)
      throw new FailureError(failure("workbook-protected", { sheet: found.currentName ?? found.plan.name }));

  const taken = snapshot.sheets.map(({ name }) => name);
  const made = missing.map((found) => {
    const sheetName = freeName(found.plan, taken);
    taken.push(sheetName);
    const sheet = worksheets.add(sheetName);
    sheet.load("id");
    return { found, sheet, sheetName };
  });
  if (made.length > 0) await session.sync();
  return [
    ...asked.map(({ found, sheet }) => ({
      found,
      sheetId: found.sheetId!,
      sheetName: found.currentName!,
      charts: sheet.charts.items.map(({ name }) => name),
    })),
    ...made.map(({ found, sheet, sheetName }) => ({ found, sheetId: sheet.id, sheetName, charts: [] })),
  ];
}

/** One request: all sheets. The fingerprints go first and come back last: half a dashboard is written again. */
async function writeAll(
  session: Session,
  snapshot: Snapshot,
  ready: readonly ReadySheet[],
  lists: Lists,
): Promise<void> {
  const meta = ensureMetaSheet(session, snapshot);
  const before = snapshot.meta?.dashboards ?? {};
  const records = (mark: (plan: SheetPlan) => string) => ({
    ...before,
    ...Object.fromEntries(ready.map((sheet) => [sheet.found.plan.name, recordOf(sheet, mark)])),
  });
  session.context.application.suspendScreenUpdatingUntilNextSync();
  writeMeta(meta, dashboardsWrite(records(() => "")));
  lists.write(session, snapshot);
  for (const sheet of ready) writeDashboard(session, sheet, lists.reference);
  writeMeta(meta, dashboardsWrite(records((plan) => fingerprint(plan, lists.reference))));
  await session.sync();
}

function recordOf(
  { found: { plan }, sheetId }: ReadySheet,
  mark: (plan: SheetPlan) => string,
): StoredDashboard {
  return { sheetId, fingerprint: mark(plan), ...extent(plan) };
}
