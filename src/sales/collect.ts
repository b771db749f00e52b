import { salesData, TableBuilder } from "./builder";
import { failed, type Result, success } from "./failure";
import { TABLE_NAMES, type TableName } from "./schema";
import type { EndFrame, RefreshFrame, RejectedRow, StartFrame, TableFrame, TargetsFrame } from "./stream";
import type { SalesData } from "./tables";
import type { Target } from "./targets";

/** The rows of one table that were set aside: all counted, the first REJECTED_SAMPLE listed. */
export interface SetAside {
  readonly count: number;
  readonly sample: readonly RejectedRow[];
}

/** A whole refresh in memory. */
export interface Collected {
  readonly data: SalesData;
  readonly targets: readonly Target[];
  readonly rejected: Readonly<Record<TableName, SetAside>>;
}

/** All frames of one refresh as data. The failure is the stream's own, or `stream-truncated` without an end. */
export async function collect(frames: AsyncIterable<RefreshFrame>): Promise<Result<Collected>> {
  const collector = new Collector();
  for await (const frame of frames) {
    if (frame.type === "error") return { ok: false, failure: frame.failure };
    if (frame.type === "end") return collector.finish(frame);
    collector.take(frame);
  }
  return failed("stream-truncated");
}

class Collector {
  private start: StartFrame | undefined;
  private targets: readonly Target[] = [];
  private readonly builders = new Map<TableName, TableBuilder>();
  private readonly rejected = new Map<TableName, SetAside>();

  take(frame: StartFrame | TableFrame | TargetsFrame): void {
    switch (frame.type) {
      case "start":
        this.start = frame;
        break;
      case "table":
        this.builders.set(frame.table, new TableBuilder(frame.table));
        break;
      case "chunk":
        this.builders.get(frame.table)?.append(frame.rows, frame.columns);
        break;
      case "table-end":
        this.rejected.set(frame.table, { count: frame.rejectedCount, sample: frame.rejected });
        break;
      case "targets":
        this.targets = frame.targets;
        break;
      case "gone":
      case "present":
        break;
    }
  }

  finish({ refreshedAt }: EndFrame): Result<Collected> {
    if (!this.start) return failed("stream-truncated");
    // Changes alone are no data.
    if (this.start.mode === "changes") return failed("no-data");
    const { source, sourceLabel, dataDate } = this.start;
    const tables = Array.from(this.builders.values(), (builder) => builder.finish());
    const rejected = TABLE_NAMES.map((name) => [name, this.rejected.get(name) ?? { count: 0, sample: [] }]);
    const value: Collected = {
      data: salesData({ source, sourceLabel, dataDate, refreshedAt }, tables),
      targets: this.targets,
      rejected: Object.fromEntries(rejected) as Collected["rejected"],
    };
    return success(value);
  }
}
