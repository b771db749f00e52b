import type { FrameSource } from "../../live";
import { FailureError, type Result, success } from "../../sales/failure";
import type { FrameOf } from "../../sales/frameHandlers";
import type { RefreshFrame } from "../../sales/stream";
import { inWorkbook, type Session } from "../office/session";
import { recover } from "./cleanUp";
import { type ChangeBase, eligibility, type WhyFull } from "./eligibility";
import { FrameReader, malformed } from "./frameReader";
import { lockedByYou } from "./lock";
import type { Attempt, MeasuredReport, RefreshOptions } from "./report";
import { showAlive } from "./runtime";
import { refreshUnderWay, setRefreshUnderWay } from "./underWay";
import { writeChanges } from "./writeChanges";
import { writeFull } from "./writeFull";

/**
 * Writes a refresh into the hidden sheets: the changes since the last one where workbook and source can tell them, else
 * everything, asked of the source once more. The new generation is written beside the old, and one write puts it in
 * force. A failure of the stream or of Excel, or a stop by the user, leaves the old data as it was. Frames given
 * instead of a source must be a full refresh.
 */
export async function refresh(
  source: FrameSource | AsyncIterable<RefreshFrame>,
  options: RefreshOptions,
): Promise<Result<MeasuredReport>> {
  const running = refreshUnderWay();
  if (running) return { ok: false, failure: lockedByYou(running) };
  setRefreshUnderWay({ since: new Date().toISOString() });
  const hide = await showAlive();
  const attempt: Attempt = { id: crypto.randomUUID(), startedAt: Date.now(), touched: false, tidied: false };
  try {
    const written = await inWorkbook((session) => bring(session, source, options, attempt), options);
    const inForce = attempt.touched && !attempt.tidied && (await recover(attempt.id));
    return !written.ok && inForce && attempt.report ? success(attempt.report) : written;
  } finally {
    hide();
    setRefreshUnderWay(undefined);
  }
}

async function bring(
  session: Session,
  source: FrameSource | AsyncIterable<RefreshFrame>,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport> {
  if (typeof source !== "function") return refreshFully(session, () => source, {}, options, attempt);
  const found = await eligibility(session);
  if (!found.base) return refreshFully(session, source, found, options, attempt);
  const moved = await refreshByChanges(session, source, found.base, options, attempt);
  return "data" in moved ? moved : refreshFully(session, source, moved, options, attempt);
}

/**
 * Refreshes by changes, or in full where the source sends everything instead; answers why a full refresh has to be
 * asked for, if so.
 */
async function refreshByChanges(
  session: Session,
  source: FrameSource,
  base: ChangeBase,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport | WhyFull> {
  return reading(source(base.mark), options, async (reader) => {
    const start = await startOf(reader);
    if (start.mode === "changes") return writeChanges(session, { start, reader, base }, options, attempt);
    const why = start.fullBecause && { because: start.fullBecause };
    return writeFull(session, { start, reader, why: why ?? {} }, options, attempt);
  });
}

async function refreshFully(
  session: Session,
  source: FrameSource,
  why: WhyFull,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport> {
  return reading(source(undefined), options, async (reader) => {
    const start = await startOf(reader);
    if (start.mode === "changes") throw malformed();
    return writeFull(session, { start, reader, why }, options, attempt);
  });
}

async function reading<T>(
  frames: AsyncIterable<RefreshFrame>,
  { signal }: RefreshOptions,
  work: (reader: FrameReader) => Promise<T>,
): Promise<T> {
  const reader = new FrameReader(frames, signal);
  try {
    return await work(reader);
  } finally {
    reader.close();
  }
}

async function startOf(reader: FrameReader): Promise<FrameOf<"start">> {
  const start = await reader.next();
  if (start.type === "error") throw new FailureError(start.failure);
  if (start.type !== "start") throw malformed();
  return start;
}
