import fc from "fast-check";
import { createCalculator } from "../../src/kpi/engine";
import { axesOf, KPIS } from "../../src/kpi/registry";
import { scopeData } from "../../src/kpi/scope/scopeData";
import { runs, seed } from "../support/runs";
import { ORACLE_DATA_DATE, Oracle } from "./oracle";
import { randomRows } from "./randomSales";
import { salesOf } from "./sales";
import { misspelled, plainly } from "./spelledRows";

const DATA_SETS = runs(3);
const AXES = ["region", "secteur", "equipe", "famille", "etape", "source", "canal"] as const;
const PERIODS_ASKED = ["", "2024-Q1", "CUMUL"];

const pairs = fc
  .sample(
    randomRows.chain((plain) => misspelled(plain).map((spelled) => ({ plain, spelled }))),
    { numRuns: DATA_SETS, seed },
  )
  .map(({ plain, spelled }) => ({ plain, data: salesOf(spelled, ORACLE_DATA_DATE) }));

const rounded = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(9)) : value);

test(`rows spelled at random answer as SQL does over the same rows spelled plainly (VIGIE_SEED=${seed})`, async () => {
  for (const { plain, data } of pairs) {
    const oracle = await Oracle.over(plain);
    const engine = createCalculator(data);
    for (const kpi of KPIS.all)
      for (const axis of AXES.filter((one) => axesOf(kpi).includes(one))) {
        const answer = await oracle.ask(kpi.id, axis);
        for (const period of PERIODS_ASKED) {
          const list = engine.list({ kpi: kpi.id, axis, period, filters: [] });
          if (!list.ok) throw new Error(list.failure.code);
          const received = list.value.map(
            ({ member, answer }) => [plainly(member), rounded(answer)] as const,
          );
          const expected = [...(answer.get(period) ?? [])].map(
            ([member, value]) => [plainly(member ?? ""), rounded(value)] as const,
          );
          expect([kpi.id, axis, period, received.length]).toEqual([kpi.id, axis, period, expected.length]);
          expect([kpi.id, axis, period, new Map(received)]).toEqual([
            kpi.id,
            axis,
            period,
            new Map(expected),
          ]);
        }
      }
  }
});

test("a copy for a region holds the same rows, however they are spelled", () => {
  for (const { plain, data } of pairs)
    for (const region of ["Nord", "sUD", " est"]) {
      const lengths = [salesOf(plain, ORACLE_DATA_DATE), data].map((one) => {
        const scoped = scopeData(one, { regions: [region] });
        return scoped.ok
          ? Object.values(scoped.value.tables).map(({ name, length }) => [name, length])
          : scoped.failure.code;
      });
      expect(lengths[1]).toEqual(lengths[0]);
    }
});
