import type { RefreshFrame } from "../src/sales/stream";
import type { SalesData } from "../src/sales/tables";
import { loadWorkbook, refreshWorkbook } from "../src/workbook";
import { bareWrite, framesOf } from "../test/workbook/bareWrite";
import { benchData } from "./engineData";
import { openWindow } from "./officeWindow";

type OpenOffice = typeof import("../workbench/host/jsdom").openOffice;

const LINES = 100_000;
const MEGABYTE = 1_000_000;
const REQUEST = 4 * MEGABYTE;
const RUNS = 2;

/** What one way of moving the data through Excel cost; the fastest of RUNS. */
export interface Cost {
  readonly milliseconds: number;
  readonly syncs: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

async function* streamed(data: SalesData): AsyncGenerator<RefreshFrame> {
  yield* framesOf(data);
}

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
    const start = performance.now();
    await work();
    const milliseconds = performance.now() - start;
    const { syncs, bytesUp, bytesDown } = office.host.counters();
    costs.push({ milliseconds, syncs, bytesUp, bytesDown });
    office.dispose();
  }
  return costs.sort((a, b) => a.milliseconds - b.milliseconds)[0]!;
}

/** A refresh, a reload and a bare write of the same cells, through the real office.js and the host. */
export async function benchRefresh(): Promise<{ refresh: Cost; second: Cost; load: Cost; bare: Cost }> {
  openWindow();
  // Only now: the harness takes hold of the window as it is loaded.
  const { openOffice } = await import("../workbench/host/jsdom");
  const data = benchData(LINES);
  const refresh = async () => {
    const outcome = await refreshWorkbook(streamed(data), { user: "bench" });
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
    load: await cost(openOffice, load, refresh),
  };
}

const shown = ({ milliseconds, syncs, bytesUp, bytesDown }: Cost) =>
  `${syncs} syncs, ${(bytesUp / MEGABYTE).toFixed(2)} MB up, ${(bytesDown / MEGABYTE).toFixed(2)} MB down, ${(milliseconds / 1000).toFixed(2)} s`;

/** Prints the costs and their ratios to a bare write. */
export async function run(): Promise<void> {
  const { bare, refresh, second, load } = await benchRefresh();
  console.log(`workbook, ${LINES} order lines through office.js and the host (fastest of ${RUNS})`);
  console.log(`  bare write of the same cells: ${shown(bare)}`);
  for (const [name, cost] of [
    ["first refresh", refresh],
    ["second refresh", second],
  ] as const) {
    console.log(`  ${name}: ${shown(cost)}`);
    console.log(
      `    ${(cost.bytesUp / bare.bytesUp).toFixed(3)} × the bytes, ${(cost.milliseconds / bare.milliseconds).toFixed(2)} × the time; allowed syncs: ${Math.floor(cost.bytesUp / REQUEST) + 10}`,
    );
  }
  console.log(`  opening the workbook: ${shown(load)}`);
}

if (require.main === module) void run();
