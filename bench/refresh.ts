import type { FrameSource } from "../src/live/reports";
import { columnValue } from "../src/sales/columns";
import type { RefreshFrame } from "../src/sales/stream";
import type { SalesData } from "../src/sales/tables";
import { loadWorkbook, refreshWorkbook } from "../src/workbook";
import { bareWrite, framesOf } from "../test/workbook/bareWrite";
import { benchData } from "./engineData";
import { openWindow } from "./officeWindow";
import { timed } from "./timed";

type OpenOffice = typeof import("../workbench/host/jsdom").openOffice;

const LINES = 100_000;
const MEGABYTE = 1_000_000;
const REQUEST = 4 * MEGABYTE;
const RUNS = 2;

/** Cost of one way of moving the data through Excel; the run of RUNS with the least processor time. */
export interface Cost {
  readonly processor: number;
  readonly wall: number;
  readonly syncs: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

async function* streamed(data: SalesData): AsyncGenerator<RefreshFrame> {
  yield* framesOf(data);
}

/** Lines mended from the first to the last of the data, and some new ones: a day's work in a large company. */
const MENDED = 300;
const ADDED = 200;
const MARK = "mark";

function* changesOf(data: SalesData): Generator<RefreshFrame> {
  const lines = data.tables.order_lines;
  const told = Array.from({ length: MENDED + ADDED }, (_, at) =>
    Math.floor(((at % MENDED) * lines.length) / MENDED),
  );
  const columns = Object.fromEntries(
    Object.entries(lines.columns).map(([name, column]) => [
      name,
      told.map((row, at) => {
        const value = columnValue(column, row);
        if (name === "id" && at >= MENDED) return `new-${at}`;
        return name === "revenue" ? Number(value) + 1 : value;
      }),
    ]),
  );
  for (const frame of framesOf(data)) {
    if (frame.type === "start") yield { ...frame, mode: "changes" };
    else if (frame.type === "end") yield { ...frame, totalRows: told.length, mark: MARK };
    else if (frame.type === "table") yield frame;
    else if (frame.type === "table-end" && frame.table === "order_lines") {
      yield { type: "chunk", table: frame.table, rows: told.length, columns };
      yield { ...frame, rows: told.length };
    } else if (frame.type === "table-end") yield { ...frame, rows: 0 };
  }
}

/** Everything first, then only what moved. */
const movingSource = (data: SalesData): FrameSource =>
  async function* (since) {
    if (since !== undefined) yield* changesOf(data);
    else for (const frame of framesOf(data)) yield frame.type === "end" ? { ...frame, mark: MARK } : frame;
  };

/** In a fresh workbook each time, after `before`, which is not counted. */
async function cost(
  openOffice: OpenOffice,
  work: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    const office = await openOffice();
    await before();
    office.host.resetCounters();
    const { processor, wall } = await timed(work);
    const { syncs, bytesUp, bytesDown } = office.host.counters();
    costs.push({ processor, wall, syncs, bytesUp, bytesDown });
    office.dispose();
  }
  return costs.sort((a, b) => a.processor - b.processor)[0]!;
}

/** A refresh, a reload and a bare write of the same cells, through the real office.js and the host. */
export async function benchRefresh(): Promise<
  Readonly<Record<"bare" | "refresh" | "second" | "changes" | "load", Cost>>
> {
  openWindow();
  // Only now: the harness takes hold of the window as it is loaded.
  const { openOffice } = await import("../workbench/host/jsdom");
  const data = benchData(LINES);
  const refresh = async () => {
    const outcome = await refreshWorkbook(streamed(data), { user: "bench" });
    if (!outcome.ok) throw new Error(outcome.failure.code);
  };
  const follow = async () => {
    const outcome = await refreshWorkbook(movingSource(data), { user: "bench" });
    if (!outcome.ok) throw new Error(outcome.failure.code);
  };
  const load = async () => {
    const outcome = await loadWorkbook();
    if (!outcome.ok || outcome.value?.tables.order_lines.length !== LINES) throw new Error("not loaded");
  };
  return {
    bare: await cost(openOffice, () => bareWrite(data)),
    refresh: await cost(openOffice, refresh),
    second: await cost(openOffice, refresh, refresh),
    changes: await cost(openOffice, follow, follow),
    load: await cost(openOffice, load, refresh),
  };
}

const shown = ({ processor, wall, syncs, bytesUp, bytesDown }: Cost) =>
  `${syncs} syncs, ${(bytesUp / MEGABYTE).toFixed(2)} MB up, ${(bytesDown / MEGABYTE).toFixed(2)} MB down, processor ${(processor / 1000).toFixed(2)} s, wall ${(wall / 1000).toFixed(2)} s`;

/** Prints the costs and their ratios to a bare write. */
export async function run(): Promise<void> {
  const { bare, refresh, second, changes, load } = await benchRefresh();
  console.log(
    `workbook, ${LINES} order lines through office.js and the host (least processor time of ${RUNS})`,
  );
  console.log(`  bare write of the same cells: ${shown(bare)}`);
  for (const [name, cost] of [
    ["first refresh", refresh],
    ["second refresh", second],
  ] as const) {
    console.log(`  ${name}: ${shown(cost)}`);
    console.log(
      `    ${(cost.bytesUp / bare.bytesUp).toFixed(3)} × the bytes, ${(cost.processor / bare.processor).toFixed(2)} × the processor time; allowed syncs: ${Math.floor(cost.bytesUp / REQUEST) + 10}`,
    );
  }
  console.log(`  refresh by changes (${MENDED} lines mended, ${ADDED} new): ${shown(changes)}`);
  console.log(
    `    ${(changes.bytesUp / second.bytesUp).toFixed(4)} × the bytes and ${(changes.processor / second.processor).toFixed(2)} × the processor time of the second refresh`,
  );
  console.log(`  opening the workbook: ${shown(load)}`);
}

if (require.main === module) void run();
