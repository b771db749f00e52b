import fc from "fast-check";
import { createCalculator, type KpiCalculator } from "../../src/kpi/engine";
import { axesOf, KPIS } from "../../src/kpi/registry";
import { runs, seed } from "../support/runs";
import { ORACLE_DATA_DATE, Oracle, type OracleAnswer, PERIODS } from "./oracle";
import { randomRows } from "./randomSales";
import { salesOf } from "./sales";

const DATA_SETS = runs(5);

/** Both sides add and divide doubles; neither may be off by a billionth. */
const TOLERANCE = 1e-9;

/** `received`, or `expected` where both are the same number but for TOLERANCE: rounding both parts equals at a half. */
const settled = (received: unknown, expected: unknown): unknown =>
  typeof received === "number" &&
  typeof expected === "number" &&
  Math.abs(received - expected) <= TOLERANCE * Math.abs(expected)
    ? expected
    : received;

type Answers = Readonly<Record<string, unknown>>;

const allSettled = (received: Answers, expected: Answers): Answers =>
  Object.fromEntries(
    Object.entries(received).map(([member, value]) => [member, settled(value, expected[member])]),
  );

function listed(engine: KpiCalculator, kpi: string, axis: string, period: string) {
  const list = engine.list({ kpi, axis, period, filters: [] });
  if (!list.ok) throw new Error(`${kpi} ${axis} ${period}: ${list.failure.code}`);
  return Object.fromEntries(list.value.map(({ member, answer }) => [member, answer]));
}

function totalled(engine: KpiCalculator, kpi: string, period: string) {
  const total = engine.total({ kpi, period, filters: [] });
  if (!total.ok) throw new Error(`${kpi} ${period}: ${total.failure.code}`);
  return total.value;
}

const expectedList = (answer: OracleAnswer, period: string) =>
  Object.fromEntries([...(answer.get(period) ?? [])].map(([member, value]) => [member, value]));

describe(`the engine answers as SQL does over the same random rows (VIGIE_SEED=${seed})`, () => {
  let pairs: readonly { readonly oracle: Oracle; readonly engine: KpiCalculator }[];

  beforeAll(async () => {
    const dataSets = fc.sample(randomRows, { numRuns: DATA_SETS, seed });
    pairs = await Promise.all(
      dataSets.map(async (rows) => ({
        oracle: await Oracle.over(rows),
        engine: createCalculator(salesOf(rows, ORACLE_DATA_DATE)),
      })),
    );
  });

  const ids = KPIS.all.map((kpi) => [kpi.id, kpi] as const);

  test.each(ids)("%s in total, in every kind of period", async (id, kpi) => {
    const nothing = kpi.value.kind === "ratio" ? null : 0;
    for (const { oracle, engine } of pairs) {
      const totals = await oracle.ask(id, null);
      for (const period of Object.keys(PERIODS)) {
        const expected = totals.get(period)?.get(null) ?? nothing;
        expect([period, settled(totalled(engine, id, period), expected)]).toEqual([period, expected]);
      }
    }
  });

  test.each(ids)("%s by each of its axes, in every kind of period", async (id, kpi) => {
    for (const { oracle, engine } of pairs)
      for (const axis of axesOf(kpi)) {
        const answer = await oracle.ask(id, axis);
        for (const period of Object.keys(PERIODS)) {
          const expected = expectedList(answer, period);
          const answers = allSettled(listed(engine, id, axis, period), expected);
          expect([axis, period, answers]).toEqual([axis, period, expected]);
        }
      }
  });
});
