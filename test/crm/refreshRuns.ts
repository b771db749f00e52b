import type { Connection, Connector } from "../../src/crm/connector";
import { load } from "../../src/crm/load";
import { toChunks } from "../../src/sales/builder";
import { collect } from "../../src/sales/collect";
import { RefreshGatherer } from "../../src/sales/gatherer";
import { type Held, mergeChanges } from "../../src/sales/merge";
import { TABLE_NAMES } from "../../src/sales/schema";
import type { RefreshFrame } from "../../src/sales/stream";
import type { SalesData, Value } from "../../src/sales/tables";

/** What a workbook keeps of a refresh, and how the refresh went. */
export interface Refreshed extends Held {
  readonly mark: string | undefined;
  /** Why a refresh of changes became a full one; `changes` and `full` when it is what was asked. */
  readonly how: string;
  /** Rows that travelled. */
  readonly travelled: number;
}

type Frames = readonly RefreshFrame[];

async function framesOf(connector: Connector, connection: Connection, since?: string): Promise<Frames> {
  const frames: RefreshFrame[] = [];
  const options = since === undefined ? {} : { since };
  for await (const frame of load(connection, connector.declaration, options)) frames.push(frame);
  return frames;
}

/** A full refresh. Throws what the load says. */
export async function fullRefresh(
  connector: Connector,
  connection: Connection,
  how = "full",
): Promise<Refreshed> {
  const frames = await framesOf(connector, connection);
  const collected = await collect(streamed(frames));
  if (!collected.ok) throw new Error(JSON.stringify(collected.failure));
  const { data, rejected } = collected.value;
  const setAside = Object.fromEntries(TABLE_NAMES.map((table) => [table, rejected[table].sample]));
  return { data, setAside, mark: markOf(frames), how, travelled: rowsIn(frames) };
}

/** As the workbook does it: changes where they can be had, else everything. */
export async function refresh(
  connector: Connector,
  connection: Connection,
  held: Refreshed,
): Promise<Refreshed> {
  const frames = await framesOf(connector, connection, held.mark);
  const last = frames.at(-1);
  if (last?.type === "error") {
    if (last.failure.code !== "source-changes-lost") throw new Error(JSON.stringify(last.failure));
    return fullRefresh(connector, connection, last.failure.code);
  }
  const [start] = frames;
  if (start?.type !== "start" || start.mode !== "changes")
    return fullRefresh(connector, connection, "not-dated");
  const gathered = new RefreshGatherer();
  for (const frame of frames) gathered.take(frame);
  const merged = mergeChanges(held, gathered.tables, held.data.provenance);
  if (!merged.ok) return fullRefresh(connector, connection, merged.failure.code);
  return { ...merged.value, mark: markOf(frames), how: "changes", travelled: rowsIn(frames) };
}

const markOf = (frames: Frames) => {
  const end = frames.at(-1);
  return end?.type === "end" ? end.mark : undefined;
};

const rowsIn = (frames: Frames): number =>
  frames.reduce((sum, frame) => sum + (frame.type === "chunk" ? frame.rows : 0), 0);

async function* streamed(frames: Frames): AsyncGenerator<RefreshFrame> {
  yield* frames;
}

/** All rows of all tables, by id: what two refreshes of the same CRM must agree on. */
export function rowsById(data: SalesData): Record<string, Value[][]> {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => {
      const rows = [...toChunks(data.tables[table])].flatMap((chunk) =>
        Array.from({ length: chunk.rows }, (_, row) =>
          Object.values(chunk.columns).map((values) => values[row]!),
        ),
      );
      return [table, rows.sort(([one], [other]) => String(one).localeCompare(String(other)))];
    }),
  );
}
