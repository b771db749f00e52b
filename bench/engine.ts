import { createCalculator, type KpiCalculator } from "../src/kpi/engine";
import type { Query } from "../src/kpi/source";
import type { SalesData } from "../src/sales/tables";
import { benchData } from "./engineData";
import { duckGroupings } from "./engineDuckdb";
import { sumIfsPass } from "./engineSumIfs";

const LINES = 1_000_000;
const CELLS = 10_000;
/** A fresh engine each time; the first also pays for the machine's own warming up and is shown beside. */
const COLD_RUNS = 7;

interface Mix {
  readonly name: string;
  readonly kpis: readonly string[];
  readonly axes: readonly string[];
}

/** Two sheets' worth of questions: what a revenue dashboard asks, and the hardest that the KPIs have. */
const MIXES: readonly Mix[] = [
  { name: "amounts", kpis: ["CA", "MONTANTCOMMANDES"], axes: ["region", "secteur", "commercial", "produit"] },
  {
    name: "every kind",
    kpis: ["CA", "MARGE", "TAUXMARGE", "MONTANTCOMMANDES", "COMMANDES", "PANIERMOYEN", "CLIENTSACTIFS"],
    axes: ["region", "secteur", "commercial", "produit"],
  },
];

const YEARS = [2022, 2023, 2024];
const two = (number: number) => String(number).padStart(2, "0");
const MONTHS = Array.from({ length: 12 }, (_, index) => two(index + 1));

/** Months, quarters, semesters, years, year to each month's end, and all data. */
const PERIODS: readonly string[] = [
  ...YEARS.flatMap((year) => MONTHS.map((month) => `${year}-${month}`)),
  ...YEARS.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-T${quarter}`)),
  ...YEARS.flatMap((year) => [`${year}-S1`, `${year}-S2`, `${year}`]),
  ...YEARS.flatMap((year) => MONTHS.slice(1, -1).map((month) => `${year}-01..${year}-${month}`)),
  "",
];

/** Distinct questions of a mix, at most CELLS, spread evenly over all that it can ask. */
function questions(data: SalesData, { kpis, axes }: Mix): readonly Query[] {
  const engine = createCalculator(data);
  const all: Query[] = [];
  for (const kpi of kpis)
    for (const axis of axes) {
      const members = engine.members(axis);
      if (!members.ok) throw new Error(members.failure.code);
      for (const member of members.value)
        for (const period of PERIODS) all.push({ kpi, axis, member, period, filters: [] });
    }
  const step = Math.max(1, all.length / CELLS);
  return Array.from({ length: Math.min(CELLS, all.length) }, (_, index) => all[Math.floor(index * step)]!);
}

/** Wall and processor time: on a machine that does other work, the latter is the truer one. */
function timed<T>(work: () => T): { readonly wall: number; readonly processor: number; readonly result: T } {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (user + system) / 1000, result };
}

function askAll(engine: KpiCalculator, queries: readonly Query[]): number {
  let answered = 0;
  for (const query of queries) if (engine.total(query).ok) answered++;
  return answered;
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const shown = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;

/** What was measured of one mix, in milliseconds. */
export interface EngineBench {
  readonly mix: string;
  readonly cells: number;
  readonly first: number;
  readonly cold: number;
  readonly coldBest: number;
  readonly coldProcessor: number;
  readonly warm: number;
  readonly duckdb: number;
  /** One pass over all lines per cell, reckoned from a sample of cells. */
  readonly sumIfs: number;
}

/** Measures every mix over LINES order lines; the lines' tables are built beforehand and not counted. */
export async function benchEngine(): Promise<readonly EngineBench[]> {
  const data = benchData(LINES);
  const benches: EngineBench[] = [];
  for (const mix of MIXES) {
    const queries = questions(data, mix);
    const cold: number[] = [];
    const processor: number[] = [];
    let engine = createCalculator(data);
    for (let time = 0; time < COLD_RUNS; time++) {
      engine = createCalculator(data);
      const run = timed(() => askAll(engine, queries));
      if (run.result !== queries.length)
        throw new Error(`${queries.length - run.result} questions were refused`);
      cold.push(run.wall);
      processor.push(run.processor);
    }
    const warm = median([1, 2, 3].map(() => timed(() => askAll(engine, queries)).wall));
    benches.push({
      mix: mix.name,
      cells: queries.length,
      first: cold[0]!,
      cold: median(cold),
      coldBest: Math.min(...cold),
      coldProcessor: median(processor),
      warm,
      duckdb: await duckGroupings(data, mix.kpis, mix.axes),
      sumIfs: sumIfsPass(data, queries, engine),
    });
  }
  return benches;
}

/** Prints one paragraph a mix. */
export async function run(): Promise<void> {
  for (const bench of await benchEngine()) {
    const { mix, cells, first, cold, coldBest, coldProcessor, warm, duckdb, sumIfs } = bench;
    console.log(`engine, ${mix}: ${cells} distinct KPI cells over ${LINES} order lines`);
    console.log(
      `  cold ${shown(cold)} (median; best ${shown(coldBest)}, processor ${shown(coldProcessor)}, first in the process ${shown(first)})`,
    );
    console.log(`  warm ${shown(warm)}`);
    console.log(
      `  DuckDB, the same groupings by day: ${shown(duckdb)} = ${(duckdb / cold).toFixed(1)} × cold`,
    );
    console.log(
      `  a SUMIFS-like pass per cell: ${(sumIfs / 1000).toFixed(1)} s = ${(sumIfs / cold).toFixed(0)} × cold`,
    );
  }
}

if (require.main === module) void run();
