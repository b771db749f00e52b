import type { SheetPlan } from "../../dashboard";
import type { DashboardReport, EditedDashboard, OnEdits } from "../../live";
import { address } from "../../sales/a1";
import type { Result } from "../../sales/failure";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { dashboardsWrite, type StoredDashboard } from "../store/meta";
import { ensureMetaSheet, type Snapshot, writeMeta } from "../store/snapshot";
import { baselineOf } from "./baseline";
import type { Baselines } from "./baselines";
import { type FoundDashboard, findDashboards } from "./find";
import { extent, fingerprint, UNFINISHED } from "./fingerprint";
import { Lists } from "./lists";
import { type CheckedSheet, prepareSheets } from "./prepare";
import { type DashboardRecords, giveViews } from "./view";
import { writeDashboard } from "./write";

export interface BuildOptions extends SessionOptions {
  /** Default `ask`. */
  readonly onEdits?: OnEdits;
}

const EDITS_TOLD = 20;

/** The outcome of a build, and its cost. */
export interface BuildReport extends DashboardReport {
  /** Plans whose sheet was written; the others were up to date. */
  readonly written: readonly string[];
  readonly syncs: number;
}

/**
 * Brings the workbook's dashboards to their plans. `plans` are all of them: long validation lists share a sheet. A
 * dashboard whose plan did not change costs nothing. A renamed one is found again, a deleted one is made anew. The
 * user's choices in input cells stay; other edits are overwritten only where `onEdits` says so. Fails with
 * `workbook-protected` {sheet} before anything is written.
 */
export const buildDashboards = (
  plans: readonly SheetPlan[],
  { onEdits = "ask", ...options }: BuildOptions = {},
): Promise<Result<BuildReport>> =>
  inWorkbook(async (session) => {
    const { snapshot, found } = await findDashboards(session, plans);
    const lists = new Lists(plans);
    const stale = found.filter((dashboard) => !isUpToDate(dashboard, lists, snapshot));
    const { written, edited, ready, records } =
      stale.length > 0 ? await bring(session, snapshot, stale, lists, onEdits) : nothingToDo(snapshot);
    await giveViews(session, plans, records);
    const namesNow = new Map(ready.map(({ found: { plan }, sheetName }) => [plan.name, sheetName]));
    return {
      written: written.map(({ found: { plan } }) => plan.name),
      edited: edited.map(told),
      sheetNames: Object.fromEntries(
        found.map(({ plan, currentName }) => [
          plan.name,
          namesNow.get(plan.name) ?? currentName ?? plan.name,
        ]),
      ),
      syncs: session.syncs,
    };
  }, options);

interface Brought {
  readonly ready: readonly CheckedSheet[];
  readonly written: readonly CheckedSheet[];
  readonly edited: readonly CheckedSheet[];
  /** All dashboards as the workbook now knows them. */
  readonly records: DashboardRecords;
}

const nothingToDo = ({ meta }: Snapshot): Brought => ({
  ready: [],
  written: [],
  edited: [],
  records: meta?.dashboards ?? {},
});

async function bring(
  session: Session,
  snapshot: Snapshot,
  stale: readonly FoundDashboard[],
  lists: Lists,
  onEdits: OnEdits,
): Promise<Brought> {
  const { ready, baselines } = await prepareSheets(session, snapshot, stale);
  const isSpared = ({ edits }: CheckedSheet) => edits.length > 0 && onEdits !== "overwrite";
  const spared = ready.filter(isSpared);
  const written = ready.filter((sheet) => !isSpared(sheet));
  const settled = onEdits === "keep" ? spared : [];
  const records =
    written.length + settled.length > 0
      ? await writeAll(session, snapshot, { written, settled, lists, baselines })
      : (snapshot.meta?.dashboards ?? {});
  return { ready, written, edited: onEdits === "ask" ? spared : [], records };
}

const told = ({ sheetName, edits }: CheckedSheet): EditedDashboard => ({
  sheet: sheetName,
  count: edits.length,
  cells: edits.slice(0, EDITS_TOLD).map(({ row, column, content }) => ({
    address: address(row, column),
    content,
  })),
});

const isUpToDate = ({ plan, record, sheetId }: FoundDashboard, lists: Lists, snapshot: Snapshot): boolean =>
  sheetId !== undefined &&
  record?.fingerprint === fingerprint(plan, lists.reference) &&
  lists.areIntact(plan, snapshot);

/** The contents of a build's main request. */
interface Writing {
  readonly written: readonly CheckedSheet[];
  /** Left as they are, and counted as up to date. */
  readonly settled: readonly CheckedSheet[];
  readonly lists: Lists;
  readonly baselines: Baselines;
}

/**
 * One request: the contents of all sheets. The fingerprints go first and come back last: half a dashboard is written
 * again. Answers the records; the views of the sheets written are owed.
 */
async function writeAll(
  session: Session,
  snapshot: Snapshot,
  { written, settled, lists, baselines }: Writing,
): Promise<DashboardRecords> {
  const meta = ensureMetaSheet(session, snapshot);
  const fingerprintOf = (plan: SheetPlan) => fingerprint(plan, lists.reference);
  const before = {
    ...snapshot.meta?.dashboards,
    ...byPlan(settled, ({ found: { record, plan }, sheetId }) => ({
      ...(record ?? { sheetId, ...extent(plan) }),
      fingerprint: fingerprintOf(plan),
    })),
  };
  const records = (ofPlan: typeof fingerprintOf) => ({
    ...before,
    ...byPlan(written, ({ found: { plan }, sheetId }) => ({
      sheetId,
      fingerprint: ofPlan(plan),
      ...extent(plan),
      owesView: true as const,
    })),
  });
  session.context.application.suspendScreenUpdatingUntilNextSync();
  writeMeta(meta, dashboardsWrite(records(() => UNFINISHED)));
  lists.write(
    session,
    snapshot.sheets.map(({ name }) => name),
  );
  baselines.write(session, new Map(written.map(({ found: { plan } }) => [plan.name, baselineOf(plan)])));
  for (const sheet of written) writeDashboard(session, sheet, lists.reference);
  writeMeta(meta, dashboardsWrite(records(fingerprintOf)));
  await session.sync();
  return records(fingerprintOf);
}

const byPlan = (
  sheets: readonly CheckedSheet[],
  recordOf: (sheet: CheckedSheet) => StoredDashboard,
): Record<string, StoredDashboard> =>
  Object.fromEntries(sheets.map((sheet) => [sheet.found.plan.name, recordOf(sheet)]));
