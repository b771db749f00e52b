import type { FrameSource } from "../../live/reports";
import { FailureError, type Result, success } from "../../sales/failure";
import type { FrameOf } from "../../sales/frameHandlers";
import type { RefreshFrame } from "../../sales/stream";
import { inWorkbook, type Session } from "../office/session";
import { FrameReader, malformed } from "./frames";
import { lockedBy } from "./lock";
import { writeMoved } from "./moved";
import type { Attempt, MeasuredReport, RefreshOptions } from "./report";
import { outlook, type Resumable, type WhyFull } from "./resumable";
import { settle } from "./tidy";
import { writeWhole } from "./whole";

/** The refresh of this copy of the add-in, if one is under way. */
let underWay: { readonly user: string; readonly since: string } | undefined;

/**
 * Brings a refresh into the hidden sheets: only what moved since the last one, where workbook and source can tell,
 * else everything, by asking the source once more. What is new is written beside the old, and one write puts it in
 * force. Whatever fails, the stream, Excel or the user's patience, leaves the old data as it was. Given frames
 * instead of a source, it brings these, and they must be all.
 */
export async function refresh(
  source: FrameSource | AsyncIterable<RefreshFrame>,
  options: RefreshOptions,
): Promise<Result<MeasuredReport>> {
  if (underWay) return { ok: false, failure: lockedBy(underWay) };
  underWay = { user: options.user, since: new Date().toISOString() };
  const attempt: Attempt = { id: crypto.randomUUID(), startedAt: Date.now(), touched: false, tidied: false };
  try {
    const written = await inWorkbook((session) => bring(session, source, options, attempt), options);
    const inForce = attempt.touched && !attempt.tidied && (await settle(attempt.id));
    return !written.ok && inForce && attempt.report ? success(attempt.report) : written;
  } finally {
    underWay = undefined;
  }
}

async function bring(
  session: Session,
  source: FrameSource | AsyncIterable<RefreshFrame>,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport> {
  if (typeof source !== "function") return bringAll(session, () => source, {}, options, attempt);
  const found = await outlook(session);
  if (!found.resumable) return bringAll(session, source, found, options, attempt);
  const moved = await bringMoved(session, source, found.resumable, options, attempt);
  return "data" in moved ? moved : bringAll(session, source, moved, options, attempt);
}

/** The report of a refresh by changes, or of the full one that came instead; else why a full one has to be asked for. */
async function bringMoved(
  session: Session,
  source: FrameSource,
  resumable: Resumable,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport | WhyFull> {
  return reading(source(resumable.mark), options, async (reader) => {
    const start = await startOf(reader);
    if (start.mode === "changes") return writeMoved(session, { start, reader, resumable }, options, attempt);
    const why = start.fullBecause && { because: start.fullBecause };
    return writeWhole(session, { start, reader, why: why ?? {} }, options, attempt);
  });
}

async function bringAll(
  session: Session,
  source: FrameSource,
  why: WhyFull,
  options: RefreshOptions,
  attempt: Attempt,
): Promise<MeasuredReport> {
  return reading(source(undefined), options, async (reader) => {
    const start = await startOf(reader);
    if (start.mode === "changes") throw malformed();
    return writeWhole(session, { start, reader, why }, options, attempt);
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
