import type { Connection, ConnectorDeclaration } from "../../src/crm/connector";
import { load } from "../../src/crm/load";
import { collect } from "../../src/sales/collect";
import type { Failure } from "../../src/sales/failure";
import { FrameChecker } from "../../src/sales/frameChecker";
import { RefreshGatherer } from "../../src/sales/gatherer";
import { type Held, mergeChanges } from "../../src/sales/merge";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import { streamed } from "../workbook/sampleFrames";

/** What a workbook would hold after a refresh, and how it got there. */
export interface Followed extends Held {
  readonly mark: string | undefined;
  readonly mode: "full" | "changes";
  readonly fullBecause?: Failure;
  /** Rows that travelled. */
  readonly travelled: number;
}

/** One CRM, refreshed as the workbook does it: by changes where they can be had, else in full. */
export class Follower {
  constructor(
    private readonly connection: () => Connection,
    private readonly declaration: ConnectorDeclaration,
  ) {}

  /** All frames of one refresh, as they arrive over the wire. */
  async frames(since?: string): Promise<RefreshFrame[]> {
    const frames: RefreshFrame[] = [];
    const checker = new FrameChecker();
    const options = { now: () => new Date(0), ...(since !== undefined && { since }) };
    for await (const frame of load(this.connection(), this.declaration, options)) {
      const travelled = JSON.parse(JSON.stringify(frame)) as RefreshFrame;
      expect(checker.check(travelled)).toEqual(travelled);
      frames.push(travelled);
    }
    return frames;
  }

  async full(fullBecause?: Failure): Promise<Followed> {
    const frames = await this.frames();
    const collected = await collect(streamed(frames));
    if (!collected.ok) throw new Error(JSON.stringify(collected.failure));
    const { data, rejected } = collected.value;
    const setAside = Object.fromEntries(TABLE_NAMES.map((table) => [table, rejected[table].sample]));
    return { data, setAside, mode: "full", ...(fullBecause && { fullBecause }), ...endOf(frames) };
  }

  async next(held: Followed): Promise<Followed> {
    const frames = await this.frames(held.mark);
    const [start, last] = [frames[0], frames.at(-1)];
    if (start?.type !== "start") throw new Error(JSON.stringify(last));
    if (start.mode !== "changes") return this.full(start.fullBecause);
    if (last?.type === "error") return this.full(last.failure);
    const gathered = new RefreshGatherer();
    for (const frame of frames) gathered.take(frame);
    const merged = mergeChanges(held, gathered.tables, held.data.provenance);
    return merged.ok ? { ...merged.value, mode: "changes", ...endOf(frames) } : this.full(merged.failure);
  }
}

function endOf(frames: readonly RefreshFrame[]): Pick<Followed, "mark" | "travelled"> {
  const end = frames.at(-1);
  if (end?.type !== "end") throw new Error(JSON.stringify(end));
  return { mark: end.mark, travelled: end.totalRows };
}
