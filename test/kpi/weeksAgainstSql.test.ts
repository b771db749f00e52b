import fc from "fast-check";
import { createCalculator } from "../../src/kpi/engine";
import { dayOf, formatIsoDay } from "../../src/sales/calendar";
import { runs, seed } from "../support/runs";
import { ORACLE_DATA_DATE, Oracle } from "./oracle";
import { type Rows, salesOf } from "./sales";

const line = (on: string, revenue: number) => ({
  id: on,
  order_id: on,
  ordered_on: on,
  invoiced_on: on,
  customer_id: "c1",
  salesperson_id: "s1",
  product_id: "p1",
  quantity: 1,
  revenue,
});

const evolution = (engine: ReturnType<typeof createCalculator>, period: string) => {
  const answer = engine.total({ kpi: "CA", aspect: "evolution", period, filters: [] });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

test("the week in progress is compared with the same weekdays of the week of the same number", () => {
  // 2024-05-15 is the Wednesday of W20; 2023-W20 begins on Monday 15 May.
  const engine = createCalculator(
    salesOf(
      {
        order_lines: [
          line("2023-05-13", 5_000), // Saturday of W19
          line("2023-05-15", 100), // Monday
          line("2023-05-17", 100), // Wednesday
          line("2023-05-18", 7_000), // Thursday: not over yet this year
          line("2024-05-13", 150),
          line("2024-05-15", 150),
        ],
      },
      "2024-05-15",
    ),
  );
  expect(evolution(engine, "2024-W20")).toBe(0.5);
  expect(evolution(engine, "S")).toBe(0.5);
  const reasons = engine.why({ kpi: "CA", period: "S", filters: [] }, "year");
  expect(reasons.ok && reasons.value.base).toBe(200);
});

test("on a Monday the week in progress is one day, and still compared with a Monday", () => {
  const rows = { order_lines: [line("2023-05-13", 9), line("2023-05-15", 100), line("2024-05-13", 300)] };
  const engine = createCalculator(salesOf(rows, "2024-05-13"));
  expect(evolution(engine, "S")).toBe(2);
  // A day alone is the same date of the year before: 13 May 2023.
  expect(evolution(engine, "2024-05-13")).toBeCloseTo(291 / 9, 12);
});

test("a week cut by a month is compared with the same weekdays", () => {
  // September 2024 begins on a Sunday: of W35 it has one day. 2023-W35 ends on Sunday 3 September.
  const engine = createCalculator(
    salesOf(
      { order_lines: [line("2023-09-01", 70), line("2023-09-03", 20), line("2024-09-01", 30)] },
      "2024-12-31",
    ),
  );
  const list = engine.list({
    kpi: "CA",
    axis: "semaine",
    period: "2024-09",
    aspect: "evolution",
    filters: [],
  });
  expect(list.ok && list.value.find(({ member }) => member === "2024-W35")?.answer).toBe(0.5);
  const filtered = engine.total({
    kpi: "CA",
    aspect: "evolution",
    period: "2024-09",
    filters: [{ axis: "semaine", member: "2024-W35" }],
  });
  expect(filtered.ok && filtered.value).toBe(0.5);
});

/** First and last day, cut at the data date. Weeks of 2024 begin 364 days after those of 2023. */
const SPANS: Readonly<Record<string, readonly [string, string]>> = {
  "2024-05": ["2024-05-01", "2024-05-15"],
  "2024-02": ["2024-02-01", "2024-02-29"],
  T: ["2024-04-01", "2024-05-15"],
  "2024-W20": ["2024-05-13", "2024-05-15"],
  "2024-02-07..2024-03-06": ["2024-02-07", "2024-03-06"],
};
const KPIS: Readonly<Record<string, string>> = {
  MONTANTCOMMANDES: "SELECT ordered_on AS day, CAST(revenue AS DOUBLE) AS amount FROM order_lines",
  VISITES: "SELECT visited_on AS day, 1.0 AS amount FROM visits",
};

/** Lines and visits of two years, so many that most weeks have some in both. */
const crowded: fc.Arbitrary<Rows> = fc
  .array(
    fc.record({ at: fc.integer({ min: 0, max: 520 }), cents: fc.integer({ min: -9_999, max: 99_999 }) }),
    {
      minLength: 300,
      maxLength: 400,
      size: "max",
    },
  )
  .map((drawn) => {
    const rows = drawn.map(({ at, cents }, index) => ({
      ...line(formatIsoDay(dayOf(2023, 1, 1) + at), cents / 100),
      id: `l${index}`,
      order_id: `o${index}`,
    }));
    const visits = rows.map(({ id, ordered_on, salesperson_id }) => ({
      id,
      visited_on: ordered_on,
      salesperson_id,
    }));
    return { order_lines: rows, visits: visits.filter((_, index) => index % 2 === 0) };
  });

test(`weeks, whole and cut, change as SQL says over random rows (VIGIE_SEED=${seed})`, async () => {
  let compared = 0;
  for (const rows of fc.sample(crowded, { numRuns: runs(3), seed })) {
    const oracle = await Oracle.over(rows);
    const engine = createCalculator(salesOf(rows, ORACLE_DATA_DATE));
    for (const [kpi, source] of Object.entries(KPIS))
      for (const [period, [first, last]] of Object.entries(SPANS)) {
        const days = `BETWEEN DATE '${first}' AND DATE '${last}'`;
        const found = await oracle.run(`WITH r AS (${source}),
          now AS (SELECT strftime(day, '%G-W%V') AS week, sum(amount) AS v FROM r WHERE day ${days} GROUP BY 1),
          past AS (SELECT strftime(day + INTERVAL 364 DAY, '%G-W%V') AS week, sum(amount) AS v
            FROM r WHERE CAST(day + INTERVAL 364 DAY AS DATE) ${days} GROUP BY 1)
          SELECT past.week, (coalesce(now.v, 0) - past.v) / abs(past.v) FROM past LEFT JOIN now USING (week)
          WHERE past.v <> 0 ORDER BY 1`);
        const list = engine.list({ kpi, axis: "semaine", period, aspect: "evolution", filters: [] });
        if (!list.ok) throw new Error(list.failure.code);
        const received = list.value.filter(({ answer }) => answer !== null);
        compared += received.length;
        expect([kpi, period, received.map(({ member }) => member)]).toEqual([
          kpi,
          period,
          found.map(([week]) => week),
        ]);
        for (const [index, { answer }] of received.entries())
          expect(answer).toBeCloseTo(Number(found[index]![1]), 9);
      }
  }
  expect(compared).toBeGreaterThan(15);
});
