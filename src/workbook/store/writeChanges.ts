import type { TableReport } from "../../live";
import { toChunks } from "../../sales/builder";
import { FailureError, type Result, success } from "../../sales/failure";
import type { FrameOf } from "../../sales/frameHandlers";
import { provenanceOf } from "../../sales/gatherer";
import { type Merged, mergeChanges } from "../../sales/merge";
import { notesAfterChanges, remarksOf } from "../../sales/remarks";
import type { Table } from "../../sales/tables";
import type { Session } from "../office/session";
import { TableEncoder } from "./block";
import { cleanUp } from "./cleanUp";
import type { ChangeBase, WhyFull } from "./eligibility";
import { askGuard } from "./fence";
import type { FrameReader } from "./frameReader";
import { cacheGeneration } from "./generationCache";
import { type Gathered, Intake } from "./intake";
import { lastRefresh } from "./lastRefresh";
import { type Generation, generationWrite, SCHEMA_VERSION, type StoredTable } from "./meta";
import { tableName } from "./names";
import { applyPatch } from "./patch";
import { planTables, type TablePlan } from "./plan";
import type { Attempt, MeasuredReport, RefreshOptions } from "./report";
import { askSnapshot, type Snapshot, sheetsInForce, writeMeta } from "./snapshot";
import { askSpotCheck } from "./spotCheck";
import { putInForce, type Staging, setUpStaging, stagedSheets } from "./staging";
import { refuseUnwritable } from "./writable";
import { GenerationWriter } from "./writer";

/** The first Excel that can make a table longer or shorter. */
const RESIZE_API = "1.13";

/**
 * Writes a refresh by changes: gathers and merges the changes first, and only then locks the workbook. Answers why a
 * full refresh is needed instead, if so; nothing was written then.
 */
export async function writeChanges(
  session: Session,
  { start, reader, base }: { start: FrameOf<"start">; reader: FrameReader; base: ChangeBase },
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport | WhyFull> {
  const moved = await readChanges(new Intake(start, { onProgress: options.onProgress }), reader);
  if (!moved.ok) return { because: moved.failure };
  const { tables: changes, notes, end, targets } = moved.value;
  const merging = mergeChanges(base.held, changes, provenanceOf(start, end));
  if (!merging.ok) return { because: merging.failure };
  const reports = reportsOf(merging.value);
  const known = base.held.data.provenance.remarks?.notes ?? [];
  const provenance = provenanceOf(start, end, remarksOf(notesAfterChanges(known, notes), reports));
  const merged = { ...merging.value, data: { ...merging.value.data, provenance } };

  const { generation } = base;
  const readSnapshot = askSnapshot(session);
  const readDamage = askSpotCheck(session, base.snapshot, generation, base.held.data);
  await session.sync();
  const snapshot = readSnapshot();
  await refuseUnwritable(snapshot, options.user);
  // Somebody else has refreshed meanwhile: these are no changes to what is there now.
  if (snapshot.meta?.generation?.id !== generation.id) return {};
  const canResize = Office.context.requirements.isSetSupported("ExcelApi", RESIZE_API);
  const damagedTables = readDamage();
  const plans = planTables(base.held.data, merged, { generation, snapshot, canResize, damagedTables });

  attempt.touched = true;
  const staging = await setUpStaging(session, snapshot, options.user, {
    tables: plans.flatMap(({ kind, table }) => (kind === "whole" ? [table.name] : [])),
    journal: plans.some(({ kind }) => kind === "patch"),
  });
  // The same, in the moment between looking and taking the lock.
  if (staging.generationId !== generation.id) {
    await cleanUp(session, staging, stagedSheets(staging));
    return {};
  }
  const tables = await writeBeside(new GenerationWriter(session, staging), plans);
  const report: MeasuredReport = {
    data: merged.data,
    mode: "changes",
    upserted: sum(merged.tables.map(({ upserted }) => upserted)),
    removed: sum(merged.tables.map(({ removed }) => removed)),
    tables: reports,
    proposedTargets: targets,
    syncs: session.syncs + 1,
    elapsedMs: Date.now() - attempt.startedAt,
  };
  attempt.report = report;
  const pointer: Generation = {
    schema: SCHEMA_VERSION,
    id: attempt.id,
    last: lastRefresh(end.mark, reports),
    provenance,
    tables,
    ...(staging.journal && { journal: staging.journal.slot }),
  };
  await putInForce(session, staging, pointer);

  // From here on the new data is in force, partly by its journal.
  cacheGeneration(attempt.id, report.data);
  attempt.tidied = await checkpoint(session, { snapshot, staging, plans, pointer });
  return report;
}

/** Fails with the reason when the source finds on its way that it has to give everything; throws any other FailureError. */
async function readChanges(intake: Intake, reader: FrameReader): Promise<Result<Gathered>> {
  try {
    return success(await intake.read(reader));
  } catch (thrown) {
    if (thrown instanceof FailureError && thrown.failure.code === "source-changes-lost")
      return { ok: false, failure: thrown.failure };
    throw thrown;
  }
}

/** Writes whole tables into their new sheets and changed rows into the journal; answers each table's record. */
async function writeBeside(
  writer: GenerationWriter,
  plans: readonly TablePlan[],
): Promise<Generation["tables"]> {
  const stored: Partial<Record<Table["name"], StoredTable>> = {};
  for (const plan of plans) {
    const { name } = plan.table;
    if (plan.kind === "keep") stored[name] = plan.stored;
    if (plan.kind === "patch") {
      const { encoded, block, targets } = plan.patch;
      stored[name] = { ...encoded, slot: plan.stored.slot, patch: writer.note(block, targets) };
    }
    if (plan.kind !== "whole") continue;
    const encoder = new TableEncoder(name);
    for (const { rows, columns } of toChunks(plan.table)) await writer.append(encoder, rows, columns);
    writer.finishTable(encoder);
    stored[name] = writer.tables[name]!;
  }
  await writer.send();
  return stored;
}

interface Checkpoint {
  readonly snapshot: Snapshot;
  readonly staging: Staging;
  readonly plans: readonly TablePlan[];
  readonly pointer: Generation;
}

/**
 * Checkpoints with one request, in this order: the journal's rows into their tables, the pointer without a journal,
 * then the lock and unneeded sheets. Wherever it stops, the journal counts until the pointer no longer names it.
 */
function checkpoint(session: Session, { snapshot, staging, plans, pointer }: Checkpoint): Promise<boolean> {
  const { worksheets, tables: excelTables } = session.workbook;
  askGuard(session, staging.lockSheetId);
  for (const plan of plans) {
    if (plan.kind !== "patch") continue;
    const { slot } = plan.stored;
    const { name } = plan.table;
    const sheet = worksheets.getItem(snapshot.sheetOf(slot, name)!);
    applyPatch(sheet, excelTables.getItem(tableName(slot, name)), plan.patch);
  }
  const { journal, ...settled } = pointer;
  const tables = Object.fromEntries(
    Object.entries(pointer.tables).map(([name, { patch: _, ...stored }]) => [name, stored]),
  );
  const meta = worksheets.getItem(staging.metaSheetId);
  if (journal) writeMeta(meta, generationWrite({ ...settled, tables }));
  const isKept = new Set(
    plans.flatMap((plan) =>
      plan.kind === "whole" ? [] : [snapshot.sheetOf(plan.stored.slot, plan.table.name)],
    ),
  );
  const unneeded = [...sheetsInForce(snapshot)].filter((id) => !isKept.has(id));
  return cleanUp(session, staging, [...unneeded, ...(staging.journal ? [staging.journal.sheetId] : [])]);
}

const reportsOf = (merged: Merged): readonly TableReport[] =>
  merged.tables.map(({ table, setAside }) => ({
    table: table.name,
    rows: table.length,
    rejectedCount: setAside.length,
    rejected: setAside,
  }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
