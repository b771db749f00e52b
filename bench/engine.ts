import { createCalculator, type KpiCalculator } from "../src/kpi/engine";
import type { Query } from "../src/kpi/source";
import type { SalesData } from "../src/sales/tables";
import { benchData } from "./engineData";
import { duckDbOf, duckGroupings } from "./engineDuckdb";
import { sumIfsPass } from "./engineSumIfs";

const LINES = 1_000_000;
const CELLS = 10_000;
/** A fresh engine each time; the first also waits for the code to be compiled and is shown apart. */
const COLD_RUNS = 8;
const WARM_RUNS = 3;
/** What is promised of a cold engine, in milliseconds. */
const COLD_TARGET = 100;

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

/** What was measured of one mix, in milliseconds. */
export interface EngineBench {
  readonly mix: string;
  readonly cells: number;
  /** Of the engines after the first: the best processor time, the best wall time and the median one. */
  readonly cold: number;
  readonly coldWall: number;
  readonly coldWallMedian: number;
  readonly first: number;
  readonly warm: number;
  readonly duckdb: number;
  /** One pass over all lines per cell, reckoned from a sample of cells. */
  readonly sumIfs: number;
}

const least = (numbers: readonly number[]) => Math.min(...numbers);
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const times = <T>(count: number, work: () => T): T[] => Array.from({ length: count }, work);

/** Measures every mix over LINES order lines; the lines' tables are built beforehand and not counted. */
export async function benchEngine(): Promise<readonly EngineBench[]> {
  const data = benchData(LINES);
  const duckDb = await duckDbOf(data);
  const benches: EngineBench[] = [];
  for (const mix of MIXES) {
    const queries = questions(data, mix);
    const [first, ...cold] = times(COLD_RUNS, () => timed(() => askAll(createCalculator(data), queries)));
    const engine = createCalculator(data);
    if (askAll(engine, queries) !== queries.length) throw new Error(`${mix.name}: questions were refused`);
    benches.push({
      mix: mix.name,
      cells: queries.length,
      first: first!.processor,
      cold: least(cold.map(({ processor }) => processor)),
      coldWall: least(cold.map(({ wall }) => wall)),
      coldWallMedian: median(cold.map(({ wall }) => wall)),
      warm: least(times(WARM_RUNS, () => timed(() => askAll(engine, queries)).processor)),
      duckdb: await duckGroupings(duckDb, mix.kpis, mix.axes),
      sumIfs: sumIfsPass(data, queries, engine),
    });
  }
  return benches;
}

const shown = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
const ratio = (one: number, other: number) => `${(one / other).toFixed(1)} ×`;

const LINES_SHOWN: readonly (readonly [string, (bench: EngineBench) => string])[] = [
  ["", ({ mix }) => mix],
  ["cells", ({ cells }) => String(cells)],
  ["cold, processor (best)", ({ cold }) => shown(cold)],
  ["cold, wall (best)", ({ coldWall }) => shown(coldWall)],
  ["cold, wall (median)", ({ coldWallMedian }) => shown(coldWallMedian)],
  ["first run, code not compiled", ({ first }) => shown(first)],
  ["warm (best)", ({ warm }) => shown(warm)],
  ["DuckDB, same groupings, once", ({ duckdb }) => shown(duckdb)],
  ["  ÷ cold, wall (best)", ({ duckdb, coldWall }) => ratio(duckdb, coldWall)],
  ["a pass per cell, as SUMIFS", ({ sumIfs }) => shown(sumIfs)],
  ["  ÷ cold, wall (best)", ({ sumIfs, coldWall }) => ratio(sumIfs, coldWall)],
  ["cold ÷ target of 100 ms", ({ cold }) => ratio(cold, COLD_TARGET)],
];

/** Prints one column a mix. */
export async function run(): Promise<void> {
  const benches = await benchEngine();
  console.log(`engine: KPI cells over ${LINES} order lines`);
  for (const [name, show] of LINES_SHOWN)
    console.log(`  ${name.padEnd(30)}${benches.map((bench) => show(bench).padStart(14)).join("")}`);
}

if (require.main === module) void run();
