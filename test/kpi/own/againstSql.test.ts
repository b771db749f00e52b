import fc from "fast-check";
import { createCalculator, type KpiCalculator } from "../../../src/kpi/engine";
import { ownIndicators } from "../../../src/kpi/own/indicators";
import { axesOf, KPIS } from "../../../src/kpi/registry";
import type { SalesData } from "../../../src/sales/tables";
import { runs, seed } from "../../support/runs";
import { ORACLE_DATA_DATE, Oracle, type OracleAnswer, PERIODS } from "../oracle";
import { randomRows } from "../randomSales";
import { salesOf } from "../sales";
import { type RandomCalculation, randomCalculations } from "./calculations";

const DATA_SETS = 5;
const CALCULATIONS = runs(500) / DATA_SETS;
/** Both sides add and divide doubles, of sums that are exact. */
const TOLERANCE = 1e-9;

const settled = (received: unknown, expected: number | null | undefined): unknown =>
  typeof received === "number" &&
  typeof expected === "number" &&
  Math.abs(received - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))
    ? expected
    : received;

describe(`own indicators answer as SQL does over the same random rows (VIGIE_SEED=${seed})`, () => {
  const dataSets = fc
    .sample(randomRows, { numRuns: DATA_SETS, seed })
    .map((rows, at) => [at + 1, rows] as const);

  test.each(dataSets)("of data set %i", async (number, rows) => {
    const data = salesOf(rows, ORACLE_DATA_DATE);
    const oracle = await Oracle.over(rows);
    const calculations = fc.sample(randomCalculations(createCalculator(data)), {
      numRuns: CALCULATIONS,
      seed: seed + number,
    });
    expect(calculations).toHaveLength(CALCULATIONS);
    for (const calculation of calculations.filter(({ text }) => text.length <= 500))
      await compare(calculation, data, oracle);
  });
});

async function compare({ text, sql, terms }: RandomCalculation, data: SalesData, oracle: Oracle) {
  const own = {
    code: "PROPRE",
    name: "Le nôtre",
    better: "high",
    calculation: text,
    unit: undefined,
  } as const;
  const { definitions, failures } = ownIndicators([own]);
  expect([text, [...failures]]).toEqual([text, []]);
  const engine = createCalculator(data, { registry: KPIS.with(definitions) });
  const totals = await oracle.calculate(terms, sql, null);
  for (const period of Object.keys(PERIODS)) {
    const total = engine.total({ kpi: "propre", period, filters: [] });
    const expected = totals.get(period)?.get(null);
    expect([text, period, total.ok && settled(total.value, expected)]).toEqual([text, period, expected]);
  }
  const axes = axesOf(definitions[0]!);
  const axis = axes[(text.length + seed) % axes.length]!;
  const listed = await oracle.calculate(terms, sql, axis);
  for (const period of Object.keys(PERIODS))
    expect([text, axis, period, answers(engine, axis, period, listed)]).toEqual([
      text,
      axis,
      period,
      Object.fromEntries(listed.get(period) ?? []),
    ]);
}

function answers(engine: KpiCalculator, axis: string, period: string, expected: OracleAnswer) {
  const list = engine.list({ kpi: "PROPRE", axis, period, filters: [] });
  if (!list.ok) return list.failure;
  return Object.fromEntries(
    list.value.map(({ member, answer }) => [member, settled(answer, expected.get(period)?.get(member))]),
  );
}
