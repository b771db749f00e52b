import type { Condition, KpiDefinition, Measure } from "../src/kpi/definition";
import { CA } from "../src/kpi/definitions/ca";
import { MARGE } from "../src/kpi/definitions/marge";
import { createCalculator } from "../src/kpi/engine";
import { ownIndicators } from "../src/kpi/own/indicators";
import { KPIS } from "../src/kpi/registry";
import type { SalesData } from "../src/sales/tables";
import { benchData, ROW_ORDERS } from "./engineData";
import { best } from "./timed";

const LINES = 1_000_000;
const COUNT = 50;
const PRODUCTS = 40;
const RUNS = 4;
const AXES = ["region", "secteur", "commercial"] as const;
const PERIODS = ["2024", "2024-T3", "2023-11"] as const;

interface Pair {
  readonly code: string;
  readonly of: KpiDefinition;
  /** The id of the one product that is counted. */
  readonly product: string;
}

/** A product's share of the revenue or of the margin: fifty questions of rows that no other asks for. */
const PAIRS: readonly Pair[] = Array.from({ length: COUNT }, (_, at) => ({
  code: `K${100 + at}`,
  of: at < PRODUCTS ? CA : MARGE,
  product: `p${at % PRODUCTS}`,
}));

/** As the product declares its own: a ratio with a condition on a column (see PANIERWEB). */
const builtIn: readonly KpiDefinition[] = PAIRS.map(({ code, of, product }) => {
  const { longName: _, ...kpi } = of;
  const measure = of.value as Measure;
  const only: Condition = { column: "product_id", equals: product };
  return {
    ...kpi,
    id: code,
    value: {
      kind: "ratio",
      numerator: { ...measure, where: [...(measure.where ?? []), only] },
      denominator: measure,
    },
  };
});

/** As a person types them. */
const own = ownIndicators(
  PAIRS.map(({ code, of, product }) => ({
    code,
    name: "",
    better: "high",
    calculation: `${of.id}(produit=${product}) / ${of.id}`,
  })),
);

/** Every list of each; answers what was answered, to be compared. */
function askAll(data: SalesData, definitions: readonly KpiDefinition[]): readonly unknown[] {
  const engine = createCalculator(data, { registry: KPIS.with(definitions) });
  return definitions.flatMap(({ id }) =>
    AXES.flatMap((axis) => PERIODS.map((period) => engine.list({ kpi: id, axis, period, filters: [] }))),
  );
}

/** Prints processor time of fifty own indicators beside fifty built-in KPIs that count the same. */
async function run(): Promise<void> {
  console.log(
    `${COUNT} own indicators beside ${COUNT} built-in KPIs over ${LINES} order lines, processor time`,
  );
  for (const order of ROW_ORDERS) {
    const data = benchData(LINES, order);
    const [typed, declared] = [own.definitions, builtIn].map((definitions) => askAll(data, definitions));
    if (JSON.stringify(typed) !== JSON.stringify(declared)) throw new Error("they do not answer alike");
    // In turn, so that neither has the warmer memory; the data is new each time.
    const mine = await best(RUNS, () => askAll({ ...data }, own.definitions));
    const theirs = await best(RUNS, () => askAll({ ...data }, builtIn));
    const ratio = (mine.processor / theirs.processor).toFixed(2);
    console.log(
      `  rows ${order.padEnd(12)}own ${mine.processor.toFixed(0)} ms   built-in ${theirs.processor.toFixed(0)} ms   ${ratio} ×`,
    );
  }
}

if (require.main === module) void run();
