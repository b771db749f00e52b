import type { Connector } from "../src/crm/connector";
import type { Fetch } from "../src/crm/http";
import { load } from "../src/crm/load";
import { encodeLines } from "../src/sales/frames";
import type { RefreshFrame } from "../src/sales/stream";
import { Replay } from "./replay";
import { type BenchSource, benchCsv, benchSources } from "./sources";

const RECORDS = 20_000;
const RUNS = 3;
const MEGABYTE = 1_000_000;
const never = new AbortController().signal;

/** Cost of one source's refresh beside a bare fetch of the same answers; milliseconds, the fastest of RUNS. */
export interface ConnectorCost {
  readonly name: string;
  readonly rows: number;
  readonly requests: number;
  readonly bytes: number;
  readonly refresh: number;
  readonly bare: number;
}

/** One refresh as the gateway does it: connected, read, validated, and written as NDJSON to nobody. Its rows. */
async function refresh(connector: Connector, options: Readonly<Record<string, unknown>>): Promise<number> {
  const connection = await connector.connect(options, never);
  let rows = 0;
  async function* watched(): AsyncGenerator<RefreshFrame> {
    for await (const frame of load(connection, connector.declaration)) {
      if (frame.type === "error") throw new Error(`${connector.declaration.id}: ${frame.failure.code}`);
      if (frame.type === "end") rows = frame.totalRows;
      yield frame;
    }
  }
  for await (const _ of encodeLines(watched())) void _;
  await connection.close();
  return rows;
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

async function cost({ name, connector, options, answering }: BenchSource): Promise<ConnectorCost> {
  const replay = new Replay();
  const rows = await refresh(connector(replay.recording(answering)), options);
  await replay.start();
  try {
    return {
      name,
      rows,
      requests: replay.requests,
      bytes: replay.bytes,
      bare: await fastest(() => replay.bare()),
      refresh: await fastest(() => refresh(connector(replay.again()), options)),
    };
  } finally {
    replay.stop();
  }
}

/** The same for files: fetched bare, and fetched and then read. */
async function csvCost(records: number): Promise<ConnectorCost> {
  const { connector, file } = benchCsv(records);
  const replay = new Replay();
  const fetched = async (fetch: Fetch) =>
    new Uint8Array(await (await fetch(new Request("http://csv.invalid/produits.csv"))).arrayBuffer());
  const read = async (fetch: Fetch) =>
    refresh(connector, { files: [{ name: "products.csv", bytes: await fetched(fetch) }] });
  const rows = await read(replay.recording(async () => new Response(new Uint8Array(file))));
  await replay.start();
  try {
    const bare = await fastest(() => replay.bare());
    const cost = await fastest(() => read(replay.again()));
    return { name: "csv", rows, requests: replay.requests, bytes: replay.bytes, bare, refresh: cost };
  } finally {
    replay.stop();
  }
}

/** Every connector before its stand-in, one after the other. */
export async function benchConnectors(records: number): Promise<readonly ConnectorCost[]> {
  const costs = [await csvCost(records)];
  for (const source of benchSources(records)) costs.push(await cost(source));
  return costs;
}

const HEADINGS = ["", "rows", "requests", "MB", "refresh", "bare fetch", "ratio", "rows/s"];

const cells = ({ name, rows, requests, bytes, refresh: time, bare }: ConnectorCost): string[] => [
  name,
  String(rows),
  String(requests),
  (bytes / MEGABYTE).toFixed(2),
  `${time.toFixed(0)} ms`,
  `${bare.toFixed(0)} ms`,
  `${(time / bare).toFixed(1)} ×`,
  String(Math.round((rows / time) * 1_000)),
];

/** Prints a line a connector. */
export async function run(): Promise<void> {
  console.log(`connectors: about ${RECORDS} records over HTTP on this machine, fastest of ${RUNS}`);
  for (const line of [HEADINGS, ...(await benchConnectors(RECORDS)).map(cells)])
    console.log(`  ${line.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(12))).join("")}`);
}

if (require.main === module) void run();
