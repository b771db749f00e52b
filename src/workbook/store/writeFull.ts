import { salesData } from "../../sales/builder";
import { failure } from "../../sales/failure";
import type { FrameHandlers, FrameOf } from "../../sales/frameHandlers";
import { provenanceOf } from "../../sales/gatherer";
import { remarksOf } from "../../sales/remarks";
import { TABLE_NAMES } from "../../sales/schema";
import type { Session } from "../office/session";
import { TableEncoder } from "./block";
import { cleanUp } from "./cleanUp";
import type { WhyFull } from "./eligibility";
import type { FrameReader } from "./frameReader";
import { cacheGeneration } from "./generationCache";
import { Intake, reportOf } from "./intake";
import { lastRefresh } from "./lastRefresh";
import { SCHEMA_VERSION } from "./meta";
import type { Attempt, MeasuredReport, RefreshOptions } from "./report";
import { sheetsInForce, takeSnapshot } from "./snapshot";
import { putInForce, setUpStaging } from "./staging";
import { refuseUnwritable } from "./writable";
import { GenerationWriter } from "./writer";

/** A full refresh: every table is written beside the one in force as its rows arrive. */
export async function writeFull(
  session: Session,
  { start, reader, why }: { start: FrameOf<"start">; reader: FrameReader; why: WhyFull },
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport> {
  const snapshot = await takeSnapshot(session);
  await refuseUnwritable(snapshot, options.user);

  attempt.touched = true;
  const needs = { tables: TABLE_NAMES, journal: false };
  const staging = await setUpStaging(session, snapshot, options.user, needs);
  const writer = new GenerationWriter(session, staging);
  const { onProgress } = options;
  const intake = new Intake(start, { handlers: writtenThrough(writer), onProgress });
  const { tables, targets, notes, end } = await intake.read(reader);
  // A table that the source does not have is empty, and there all the same.
  for (const table of TABLE_NAMES)
    if (!start.tables.includes(table)) writer.finishTable(new TableEncoder(table));
  await writer.send();

  const { totalRows, mark } = end;
  const provenance = provenanceOf(start, end, remarksOf(notes, tables));
  const isUndated = why.holdsData && mark === undefined;
  const because =
    why.because ?? (isUndated ? failure("changes-not-dated", { source: start.sourceLabel }) : undefined);
  const reports = tables.map(reportOf);
  const report: MeasuredReport = {
    data: salesData(
      provenance,
      tables.map(({ rows }) => rows),
    ),
    mode: "full",
    ...(because && { fullBecause: because }),
    upserted: totalRows,
    removed: 0,
    tables: reports,
    proposedTargets: targets,
    syncs: session.syncs + 1,
    elapsedMs: Date.now() - attempt.startedAt,
  };
  attempt.report = report;
  const pointer = {
    schema: SCHEMA_VERSION,
    id: attempt.id,
    last: lastRefresh(mark, reports),
    provenance,
    tables: writer.tables,
  };
  await putInForce(session, staging, pointer);

  // From here on the new data is in force; the old generation is in the way, no more.
  cacheGeneration(attempt.id, report.data);
  attempt.tidied = await cleanUp(session, staging, [...sheetsInForce(snapshot)]);
  return report;
}

/** Writes each table as its rows arrive. */
function writtenThrough(writer: GenerationWriter): FrameHandlers<Promise<void> | void> {
  let encoder: TableEncoder | undefined;
  return {
    table: ({ table }) => {
      encoder = new TableEncoder(table);
    },
    chunk: ({ rows, columns }) => encoder && writer.append(encoder, rows, columns),
    "table-end": () => encoder && writer.finishTable(encoder),
  };
}
