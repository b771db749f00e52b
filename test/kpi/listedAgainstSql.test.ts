import fc from "fast-check";
import { createCalculator, type KpiCalculator } from "../../src/kpi/engine";
import type { Query } from "../../src/kpi/source";
import type { Target } from "../../src/sales/targets";
import { runs, seed } from "../support/runs";
import { ORACLE_DATA_DATE, Oracle, PERIODS } from "./oracle";
import { randomRows } from "./randomSales";
import { salesOf } from "./sales";

const DATA_SETS = runs(12);

interface Case {
  readonly oracle: Oracle;
  readonly engine: KpiCalculator;
}

/** Half of the salespeople and regions have targets, each in one period. */
const PERIOD_NAMES = Object.keys(PERIODS).filter((period) => period !== "");
const randomTargets = (members: Readonly<Record<string, readonly string[]>>) =>
  fc.record({
    kpi: fc.constantFrom("CA", "COMMANDES", "TAUXMARGE"),
    owner: fc.constantFrom(
      ...Object.entries(members).flatMap(([dimension, names]) =>
        names.map((member) => ({ dimension, member })),
      ),
    ),
    period: fc.constantFrom(...PERIOD_NAMES),
    value: fc.integer({ min: 1, max: 900 }),
  });

async function caseOf(rows: Parameters<typeof salesOf>[0], seed: number): Promise<Case> {
  const data = salesOf(rows, ORACLE_DATA_DATE);
  const plain = createCalculator(data);
  const names = (axis: string) => {
    const known = plain.members(axis);
    return known.ok ? known.value : [];
  };
  const drawn = fc.sample(randomTargets({ commercial: names("commercial"), region: names("region") }), {
    numRuns: 12,
    seed,
  });
  // One target a KPI, dimension and member: periods that together cover another one are added up, which is
  // aspects.test.ts's business.
  const targets = [
    ...new Map(
      drawn.map(({ owner, ...rest }): [string, Target] => [
        `${rest.kpi} ${owner.dimension} ${owner.member}`,
        { ...rest, ...owner },
      ]),
    ).values(),
  ];
  const oracle = await Oracle.over(rows);
  await oracle.run("CREATE TABLE goals (kpi VARCHAR, axis VARCHAR, member VARCHAR, first DATE, last DATE)");
  for (const { kpi, dimension, member, period } of targets) {
    const [first, last] = PERIODS[period]!;
    await oracle.run(
      `INSERT INTO goals VALUES ('${kpi}', '${dimension}', '${member}', '${first}', '${last}')`,
    );
  }
  return { oracle, engine: createCalculator(data, { targets }) };
}

const MEANINGS: Readonly<Record<string, { from: string; date: string; value: string; nothing: string }>> = {
  CA: { from: "sold", date: "invoiced_on", value: "CAST(sum(revenue) AS DOUBLE)", nothing: "0" },
  COMMANDES: { from: "ordered", date: "ordered_on", value: "count(DISTINCT order_id)", nothing: "0" },
  TAUXMARGE: {
    from: "(FROM sold WHERE cost IS NOT NULL)",
    date: "invoiced_on",
    value:
      "CASE WHEN sum(revenue) > 0 THEN CAST(sum(revenue - cost) AS DOUBLE) / CAST(sum(revenue) AS DOUBLE) END",
    nothing: "NULL",
  },
};

const same = (value: unknown): unknown =>
  value === null || typeof value === "string" ? value : Number(Number(value).toPrecision(9)) + 0;

/** Members with rows in the period and those with a goal of exactly its days, when nothing else is restricted. */
const expectedSql = (kpi: string, axis: string, period: string, where = "true", goals = "true"): string => {
  const { from, date, value, nothing } = MEANINGS[kpi]!;
  const [first, last] = PERIODS[period]!;
  return `SELECT coalesce(v.member, g.member) AS listed, CASE WHEN v.member IS NULL THEN ${nothing} ELSE v.value END
    FROM (SELECT "${axis}" AS member, ${value} AS value FROM ${from}
          WHERE ${date} BETWEEN DATE '${first}' AND least(DATE '${last}', DATE '${ORACLE_DATA_DATE}') AND (${where}) GROUP BY 1) v
    FULL JOIN (SELECT DISTINCT member FROM goals WHERE kpi = '${kpi}' AND axis = '${axis}'
          AND first = DATE '${first}' AND last = DATE '${last}' AND (${goals})) g ON g.member = v.member
    ORDER BY listed`;
};

function listed(engine: KpiCalculator, query: Omit<Query, "filters"> & Partial<Query>) {
  const list = engine.list({ filters: [], ...query });
  if (!list.ok) throw new Error(list.failure.code);
  return list.value;
}

const byMember = (rows: readonly (readonly unknown[])[]) =>
  Object.fromEntries(rows.map(([member, value]) => [String(member), same(value)]));

describe(`lists name those who have rows and those who have a target, as SQL does (VIGIE_SEED=${seed})`, () => {
  let cases: readonly Case[];
  beforeAll(async () => {
    const dataSets = fc.sample(randomRows, { numRuns: DATA_SETS, seed });
    cases = await Promise.all(dataSets.map((rows, index) => caseOf(rows, seed + index)));
  });

  test.each(Object.keys(MEANINGS))("%s by salesperson and by region, in every period", async (kpi) => {
    let withoutRows = 0;
    for (const { oracle, engine } of cases)
      for (const axis of ["commercial", "region"])
        for (const period of PERIOD_NAMES) {
          const rows = await oracle.run(expectedSql(kpi, axis, period));
          const list = listed(engine, { kpi, axis, period });
          expect([axis, period, byMember(list.map(({ member, answer }) => [member, answer]))]).toEqual([
            axis,
            period,
            byMember(rows),
          ]);
          withoutRows += rows.filter(([, value]) => value === null || Number(value) === 0).length;
        }
    expect(withoutRows).toBeGreaterThan(0);
  });

  test("two more restrictions leave no target: whoever has no row there is not listed", async () => {
    for (const { oracle, engine } of cases)
      for (const period of PERIOD_NAMES) {
        const filters = [
          { axis: "canal", member: "Web" },
          { axis: "famille", member: "Mural" },
        ];
        const known = engine.members("famille");
        if (!known.ok || !known.value.includes("Mural")) continue;
        const where = "canal = 'Web' AND famille = 'Mural'";
        const rows = await oracle.run(expectedSql("CA", "commercial", period, where, "false"));
        expect(
          byMember(
            listed(engine, { kpi: "CA", axis: "commercial", period, filters }).map(({ member, answer }) => [
              member,
              answer,
            ]),
          ),
        ).toEqual(byMember(rows));
      }
  });

  test("whatever is asked of the members, it is asked in one order: largest value first, empty ones last", () => {
    for (const { engine } of cases)
      for (const kpi of Object.keys(MEANINGS))
        for (const period of PERIOD_NAMES) {
          const query = { kpi, axis: "commercial", period };
          const list = listed(engine, query);
          const values = list.map(({ answer }) =>
            answer === null ? Number.NEGATIVE_INFINITY : Number(answer),
          );
          expect(values).toEqual(values.toSorted((a, b) => b - a));
          const names = list.map(({ member }) => member);
          for (const aspect of ["target", "attainment", "projection", "tier"] as const)
            expect(listed(engine, { ...query, aspect }).map(({ member }) => member)).toEqual(names);
          expect(
            listed(engine, { ...query, aspect: "evolution" })
              .map(({ member }) => member)
              .slice(0, names.length),
          ).toEqual(names);
        }
  });
});
