import { createCalculator, type KpiCalculator } from "../src/kpi/engine";
import type { Query } from "../src/kpi/source";
import type { SalesData } from "../src/sales/tables";
import { benchData, ROW_ORDERS, type RowOrder } from "./engineData";
import { duckDbOf, duckGroupings } from "./engineDuckdb";
import { nativeSumIfs } from "./nativeSumIfs";
import { best, timed } from "./timed";

const LINES = 1_000_000;
const CELLS = 10_000;
/** A fresh engine each time; one before them has the code compiled. */
const COLD_RUNS = 8;
const WARM_RUNS = 3;

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
  {
    name: "distinct",
    kpis: ["COMMANDES", "CLIENTSACTIFS"],
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

function askAll(engine: KpiCalculator, queries: readonly Query[]): number {
  let answered = 0;
  for (const query of queries) if (engine.total(query).ok) answered++;
  return answered;
}

/** Processor milliseconds of one mix over rows in one order. */
interface EngineBench {
  readonly mix: string;
  readonly order: RowOrder;
  /** Rows never seen before: their indexes are made too. */
  readonly cold: number;
  /** A new engine over the same rows, as after a target was changed. */
  readonly anew: number;
  readonly warm: number;
}

async function benchMix(data: SalesData, order: RowOrder, mix: Mix): Promise<EngineBench> {
  const queries = questions(data, mix);
  const ask = (over: SalesData) => {
    if (askAll(createCalculator(over), queries) !== queries.length) throw new Error(`${mix.name}: refused`);
  };
  ask({ ...data });
  const cold = await best(COLD_RUNS, () => ask({ ...data }));
  const anew = await best(COLD_RUNS, () => ask(data));
  const engine = createCalculator(data);
  askAll(engine, queries);
  const warm = await best(WARM_RUNS, () => askAll(engine, queries));
  return { mix: mix.name, order, cold: cold.processor, anew: anew.processor, warm: warm.processor };
}

const shown = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
const ratio = (one: number, other: number) => `${(one / other).toFixed(1)} ×`;
const line = (name: string, ...cells: readonly string[]) =>
  console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(15)).join("")}`);

/** DuckDB over the same rows, in one thread and in all; results read once. */
async function printDuckDb(data: SalesData, coldOf: ReadonlyMap<string, number>): Promise<void> {
  for (const threads of [1, undefined]) {
    const connection = await duckDbOf(data, threads);
    for (const { name, kpis } of MIXES) {
      const { processor, wall } = await best(WARM_RUNS, () => duckGroupings(connection, kpis));
      const title = `DuckDB, ${threads === 1 ? "one thread" : "all threads"}, ${name}`;
      line(title, shown(processor), `wall ${shown(wall)}`, ratio(processor, coldOf.get(name)!));
    }
  }
}

/** The rows behind a number: counted, and the newest hundred. */
async function printDetail(data: SalesData): Promise<void> {
  const engine = createCalculator(data);
  const query: Query = { kpi: "CA", filters: [] };
  const both = () => [engine.explain(query), engine.detail(query, 100)];
  line("explain and detail of CA, first", shown((await timed(both)).processor));
  line("explain and detail of CA, after that", shown((await best(WARM_RUNS, both)).processor));
}

const NATIVE_ROWS = 100_000;
const NATIVE_FORMULAS = 200;

function printSumIfs(): void {
  const native = nativeSumIfs(benchData(NATIVE_ROWS, "shuffled"), NATIVE_ROWS, NATIVE_FORMULAS);
  if (!native) line("LibreOffice is not installed: no SUMIFS");
  else {
    const { rows, formulas, processor } = native;
    line(
      `LibreOffice, ${formulas} SUMIFS over ${rows} rows`,
      shown(processor),
      `${shown(processor / formulas)} each`,
    );
  }
}

/** Prints processor time, and ratios to the engine's cold time over rows in no order. */
export async function run(): Promise<void> {
  console.log(`engine: up to ${CELLS} KPI cells over ${LINES} order lines, processor time`);
  line("", "cold", "anew", "warm");
  const coldOf = new Map<string, number>();
  for (const order of ROW_ORDERS) {
    const data = benchData(LINES, order);
    for (const mix of MIXES) {
      const { cold, anew, warm } = await benchMix(data, order, mix);
      coldOf.set(mix.name, cold);
      line(`${mix.name}, rows ${order}`, shown(cold), shown(anew), shown(warm));
    }
    if (order === "shuffled") {
      await printDuckDb(data, coldOf);
      await printDetail(data);
    }
  }
  printSumIfs();
}

if (require.main === module) void run();
