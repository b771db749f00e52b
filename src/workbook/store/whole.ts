import { salesData } from "../../sales/builder";
import { failure } from "../../sales/failure";
import { TABLE_NAMES } from "../../sales/schema";
import type { RefreshFrame } from "../../sales/stream";
import type { Session } from "../office/session";
import type { FrameReader } from "./frames";
import { Intake } from "./intake";
import { lastRefresh } from "./last";
import { remember } from "./memory";
import { generationWrite, SCHEMA_VERSION } from "./meta";
import { refuseIfNotOurs } from "./ours";
import type { Attempt, RefreshOptions, RefreshReport } from "./report";
import type { WhyFull } from "./resumable";
import { sheetsInForce, takeSnapshot, writeMeta } from "./snapshot";
import { setUpStage } from "./stage";
import { tidy } from "./tidy";
import { GenerationWriter } from "./writer";

type Start = Extract<RefreshFrame, { type: "start" }>;

/** A full refresh: every table is written beside the one in force as its rows arrive. */
export async function writeWhole(
  session: Session,
  { start, reader, why }: { start: Start; reader: FrameReader; why: WhyFull },
  options: RefreshOptions,
  attempt: Attempt,
): Promise<RefreshReport> {
  const snapshot = await takeSnapshot(session);
  refuseIfNotOurs(snapshot);

  attempt.touched = true;
  const scenery = { tables: TABLE_NAMES, journal: false };
  const stage = await setUpStage(session, snapshot, options.user, scenery);
  const writer = new GenerationWriter(session, stage);
  const intake = new Intake(start, writer, options.onProgress ?? (() => undefined));
  while (!intake.end) await intake.take(await reader.next());
  await writer.send();

  const { source, sourceLabel, dataDate } = start;
  const { refreshedAt, totalRows, mark } = intake.end;
  const provenance = { source, sourceLabel, dataDate, refreshedAt };
  const isUndated = why.holdsData && mark === undefined;
  const because =
    why.because ?? (isUndated ? failure("changes-not-dated", { source: sourceLabel }) : undefined);
  const report: RefreshReport = {
    data: salesData(provenance, intake.built),
    mode: "full",
    ...(because && { fullBecause: because }),
    upserted: totalRows,
    removed: 0,
    tables: intake.reports,
    proposedTargets: intake.proposedTargets,
    syncs: session.syncs + 1,
    elapsedMs: Date.now() - attempt.startedAt,
  };
  attempt.report = report;
  const pointer = {
    schema: SCHEMA_VERSION,
    id: attempt.id,
    last: lastRefresh(mark, intake.reports),
    provenance,
    tables: writer.tables,
  };
  writeMeta(session.workbook.worksheets.getItem(stage.metaSheetId), generationWrite(pointer));
  await session.sync();

  // From here on the new data is in force; the old generation is in the way, no more.
  remember(attempt.id, report.data);
  attempt.tidied = await tidy(session, stage.metaSheetId, [...sheetsInForce(snapshot)]);
  return report;
}
