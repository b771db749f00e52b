import { salesData } from "./builder";
import { failed, type Result, success } from "./failure";
import { provenanceOf, RefreshGatherer } from "./gatherer";
import type { Note } from "./note";
import { remarksOf } from "./remarks";
import { TABLE_NAMES, type TableName } from "./schema";
import type { RefreshFrame, RejectedRow, RejectionReason } from "./stream";
import type { SalesData } from "./tables";
import type { Target } from "./targets";

/** The rejected rows of one table: all counted, the first REJECTED_SAMPLE listed. */
export interface SetAside {
  readonly count: number;
  readonly sample: readonly RejectedRow[];
  readonly reasons: readonly RejectionReason[];
}

/** A whole refresh in memory. */
export interface Collected {
  readonly data: SalesData;
  readonly targets: readonly Target[];
  readonly notes: readonly Note[];
  readonly rejected: Readonly<Record<TableName, SetAside>>;
}

/**
 * All frames of one full refresh as data. Fails with the stream's own failure, with `stream-truncated` when it has no
 * end, and with `no-data` when it holds changes only.
 */
export async function collect(frames: AsyncIterable<RefreshFrame>): Promise<Result<Collected>> {
  const gathered = new RefreshGatherer();
  for await (const frame of frames) {
    gathered.take(frame);
    if (gathered.failure) return { ok: false, failure: gathered.failure };
    if (gathered.end) return collected(gathered);
  }
  return failed("stream-truncated");
}

function collected({ start, tables, targets, notes, end }: RefreshGatherer): Result<Collected> {
  if (!start || !end) return failed("stream-truncated");
  if (start.mode === "changes") return failed("no-data");
  const rejected = new Map(
    tables.map(({ table, rejectedCount, rejected, reasons }) => [
      table,
      { count: rejectedCount, sample: rejected, reasons },
    ]),
  );
  const ofTable = TABLE_NAMES.map((name) => [
    name,
    rejected.get(name) ?? { count: 0, sample: [], reasons: [] },
  ]);
  return success({
    data: salesData(
      provenanceOf(start, end, remarksOf(notes, tables)),
      tables.map(({ rows }) => rows),
    ),
    targets,
    notes,
    rejected: Object.fromEntries(ofTable) as Collected["rejected"],
  });
}
