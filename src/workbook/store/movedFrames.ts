import { ChangesCollector, type TableChanges } from "../../sales/changes";
import { FailureError, type Result, success } from "../../sales/failure";
import { FrameChecker } from "../../sales/frameChecker";
import type { RefreshFrame } from "../../sales/stream";
import type { Target } from "../../sales/targets";
import type { FrameReader } from "./frames";
import { malformed, type RefreshProgress, truncated } from "./intake";

export type Start = Extract<RefreshFrame, { type: "start" }>;

export interface Moved {
  readonly changes: readonly TableChanges[];
  readonly targets: readonly Target[];
  readonly end: Extract<RefreshFrame, { type: "end" }>;
}

/**
 * All frames of a refresh by changes. Fails with the reason when the source found on its way that it has to give
 * everything; throws FailureError for every other bad end.
 */
export async function collectMoved(
  start: Start,
  reader: FrameReader,
  startedAt: number,
  onProgress: ((progress: RefreshProgress) => void) | undefined,
): Promise<Result<Moved>> {
  const checker = new FrameChecker();
  if (!checker.check(start)) throw malformed();
  const collector = new ChangesCollector();
  let targets: readonly Target[] = [];
  for (;;) {
    const frame = await reader.next();
    if (!checker.check(frame)) throw malformed();
    if (frame.type === "error") {
      if (frame.failure.code !== "source-changes-lost") throw new FailureError(frame.failure);
      return { ok: false, failure: frame.failure };
    }
    if (frame.type === "end") {
      if (collector.tables.length !== start.tables.length) throw truncated();
      return success({ changes: collector.tables, targets, end: frame });
    }
    if (frame.type === "targets") targets = frame.targets;
    if (!("table" in frame)) continue;
    if (!start.tables.includes(frame.table) || collector.tables.some(({ table }) => table === frame.table))
      throw malformed();
    collector.take(frame);
    const { table } = frame;
    const rows = frame.type === "chunk" ? frame.rows : 0;
    const [index, of] = [collector.tables.length + 1, start.tables.length];
    if (frame.type === "table" || frame.type === "chunk")
      onProgress?.({ table, index, of, rows, elapsedMs: Date.now() - startedAt });
  }
}
