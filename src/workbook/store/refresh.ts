import { salesData } from "../../sales/builder";
import { FailureError, failure, type Result, success } from "../../sales/failure";
import type { RefreshFrame } from "../../sales/stream";
import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import { inWorkbook, type Session, type SessionOptions } from "../office/session";
import { FrameReader } from "./frames";
import { Intake, malformed, type RefreshProgress, type TableReport } from "./intake";
import { lockedBy, refusal } from "./lock";
import { generationWrite, SCHEMA_VERSION } from "./meta";
import { type Snapshot, takeSnapshot, writeMeta } from "./snapshot";
import { setUpStage } from "./stage";
import { settle, tidy } from "./tidy";
import { GenerationWriter } from "./writer";

/** `signal` stops the refresh up to the moment the new data is put in force. */
export interface RefreshOptions extends SessionOptions {
  /** Who refreshes, as a second person is to read it. */
  readonly user: string;
  readonly onProgress?: (progress: RefreshProgress) => void;
}

export interface RefreshReport {
  /** The new data, in memory: nothing has to be read back. */
  readonly data: SalesData;
  readonly tables: readonly TableReport[];
  /** Targets the source proposes, for a workbook that keeps none of its own. */
  readonly proposedTargets: readonly Target[];
  /** Requests sent to Excel until the data was in force. */
  readonly syncs: number;
  readonly elapsedMs: number;
}

/** What is known of a refresh so far, whatever becomes of it. */
interface Attempt {
  readonly id: string;
  readonly startedAt: number;
  /** The workbook was written to: something may have to be cleared away. */
  touched: boolean;
  tidied: boolean;
  report?: RefreshReport;
}

/** The refresh of this copy of the add-in, if one is under way. */
let underWay: { readonly user: string; readonly since: string } | undefined;

/**
 * Brings a stream of frames into the hidden sheets: the new generation is written beside the old, and one write
 * puts it in force. Whatever fails, the stream, Excel or the user's patience, leaves the old data as it was.
 */
export async function refresh(
  frames: AsyncIterable<RefreshFrame>,
  options: RefreshOptions,
): Promise<Result<RefreshReport>> {
  if (underWay) return { ok: false, failure: lockedBy(underWay) };
  underWay = { user: options.user, since: new Date().toISOString() };
  const reader = new FrameReader(frames, options.signal);
  const attempt: Attempt = { id: crypto.randomUUID(), startedAt: Date.now(), touched: false, tidied: false };
  try {
    const written = await inWorkbook((session) => write(session, reader, options, attempt), options);
    const inForce = attempt.touched && !attempt.tidied && (await settle(attempt.id));
    return !written.ok && inForce && attempt.report ? success(attempt.report) : written;
  } finally {
    reader.close();
    underWay = undefined;
  }
}

async function write(
  session: Session,
  reader: FrameReader,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<RefreshReport> {
  const start = await reader.next();
  if (start.type === "error") throw new FailureError(start.failure);
  if (start.type !== "start") throw malformed();
  const snapshot = await takeSnapshot(session);
  refuseIfNotOurs(snapshot);

  attempt.touched = true;
  const stage = await setUpStage(session, snapshot, options.user);
  const writer = new GenerationWriter(session, stage);
  const intake = new Intake(start, writer, options.onProgress ?? (() => undefined));
  while (intake.refreshedAt === undefined) await intake.take(await reader.next());
  await writer.send();

  const { source, sourceLabel, dataDate } = start;
  const provenance = { source, sourceLabel, dataDate, refreshedAt: intake.refreshedAt };
  const report: RefreshReport = {
    data: salesData(provenance, intake.built),
    tables: intake.reports,
    proposedTargets: intake.proposedTargets,
    syncs: session.syncs + 1,
    elapsedMs: Date.now() - attempt.startedAt,
  };
  attempt.report = report;
  const pointer = {
    schema: SCHEMA_VERSION,
    id: attempt.id,
    slot: stage.slot,
    provenance,
    tables: writer.tables,
  };
  writeMeta(session.workbook.worksheets.getItem(stage.metaSheetId), generationWrite(pointer));
  await session.sync();

  // From here on the new data is in force; the old generation is in the way, no more.
  const old = snapshot.meta?.generation ? snapshot.sheetsOf(snapshot.meta.generation.slot) : [];
  attempt.tidied = await tidy(session, stage.metaSheetId, old);
  return report;
}

/** Throws when the workbook belongs to a newer Vigie, or to somebody else's refresh for the moment. */
function refuseIfNotOurs({ meta }: Snapshot): void {
  const found = meta?.generation?.schema ?? SCHEMA_VERSION;
  if (found > SCHEMA_VERSION)
    throw new FailureError(failure("workbook-newer-schema", { found, known: SCHEMA_VERSION }));
  const refused = refusal(meta?.lock, new Date());
  if (refused) throw new FailureError(refused);
}
