import { createCalculator } from "../../src/kpi/engine";
import type { KpiSettings } from "../../src/kpi/settings";
import type { Aspect, Query } from "../../src/kpi/source";
import type { Target } from "../../src/sales/targets";
import { salesOf } from "./sales";

const DATA_DATE = "2024-05-15";
const line = (id: string, on: string, revenue: number, customer = "c1") => ({
  id,
  order_id: id,
  ordered_on: on,
  invoiced_on: on,
  customer_id: customer,
  salesperson_id: "s1",
  product_id: "p1",
  channel: "field",
  quantity: 1,
  revenue,
  cost: revenue / 2,
});
const data = salesOf(
  {
    customers: [
      { id: "c1", name: "Alpha", region: "Nord" },
      { id: "c2", name: "Beta", region: "Sud" },
    ],
    order_lines: [
      line("a", "2023-05-10", 100),
      line("b", "2023-05-20", 900),
      line("c", "2024-02-01", 310),
      line("d", "2024-05-02", 120),
      line("e", "2024-05-15", 30, "c2"),
    ],
    contacts_in: [1, 2, 3].map((number) => ({
      id: `k${number}`,
      received_on: "2024-05-03",
      channel: "phone",
      reason: "complaint",
    })),
    opportunities: [
      {
        id: "x",
        name: "X",
        salesperson_id: "s1",
        created_on: "2024-01-01",
        expected_on: "2024-06-01",
        stage: "S",
        status: "open",
        amount: 100,
        probability: 1,
      },
    ],
  },
  DATA_DATE,
);

const target = (kpi: string, period: string, value: number, dimension = "", member = ""): Target => ({
  kpi,
  dimension,
  member,
  period,
  value,
});

function ask(
  aspect: Aspect,
  query: Partial<Query>,
  targets: readonly Target[] = [],
  settings: Partial<KpiSettings> = {},
) {
  const answer = createCalculator(data, { targets, settings }).total({
    kpi: "CA",
    aspect,
    filters: [],
    ...query,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe("a target", () => {
  test.each(["2024-Q2", "2024-t2", "T", "2024-04..2024-06"])("written for 2024-T2 is found as %p", (period) =>
    expect(ask("target", { period }, [target("ca", "2024-T2", 500)])).toBe(500),
  );

  test("belongs to its member, whether an axis or a filter names it", () => {
    const targets = [target("CA", "2024", 10), target("CA", "2024", 7, "Région", "nord")];
    expect(ask("target", { period: "2024" }, targets)).toBe(10);
    expect(ask("target", { period: "2024", axis: "region", member: "Nord" }, targets)).toBe(7);
    expect(ask("target", { period: "2024", filters: [{ axis: "region", member: "Nord" }] }, targets)).toBe(7);
    expect(ask("target", { period: "2024", axis: "region", member: "Sud" }, targets)).toBeNull();
    expect(ask("target", { period: "2023" }, targets)).toBeNull();
  });

  test("of a quarter is the sum of its months', and only if all are there", () => {
    const months = ["2024-04", "2024-05", "2024-06"].map((month, index) => target("CA", month, index + 1));
    expect(ask("target", { period: "2024-T2" }, months)).toBe(6);
    expect(ask("target", { period: "2024-T2" }, months.slice(1))).toBeNull();
    expect(ask("target", { period: "2024-S1" }, [target("CA", "2024-T1", 10), ...months])).toBe(16);
  });

  test("written for the quarter wins over its months", () =>
    expect(
      ask("target", { period: "2024-S1" }, [
        target("CA", "2024-T1", 1),
        target("CA", "2024-T2", 2),
        target("CA", "2024-S1", 9),
      ]),
    ).toBe(9));

  test("is never summed where values do not add up: rates, distinct customers", () => {
    const halves = (kpi: string) => [target(kpi, "2024-S1", 0.1), target(kpi, "2024-S2", 0.1)];
    expect(ask("target", { kpi: "TAUXMARGE", period: "2024" }, halves("TAUXMARGE"))).toBeNull();
    expect(ask("target", { kpi: "CLIENTSACTIFS", period: "2024" }, halves("CLIENTSACTIFS"))).toBeNull();
    expect(ask("target", { kpi: "COMMANDES", period: "2024" }, halves("COMMANDES"))).toBe(0.2);
  });

  test("that cannot be read is set aside with its place and reason", () => {
    const { refusedTargets } = createCalculator(data, {
      targets: [
        target("CA", "2024", 1),
        target("XX", "2024", 1),
        target("CA", "2024-13", 1),
        target("CA", "2024", 1, "region", "Lune"),
        target("CA", "2024", 1, "region", ""),
        target("CA", "2024", Number.NaN),
      ],
    });
    expect(refusedTargets.map(({ index, failure }) => [index, failure.code])).toEqual([
      [1, "kpi-unknown"],
      [2, "period-syntax"],
      [3, "member-unknown"],
      [4, "target-invalid"],
      [5, "target-invalid"],
    ]);
  });
});

describe("attainment", () => {
  test("is against the elapsed days' share of a flow's target, the data date included", () => {
    expect(ask("attainment", { period: "2024-05" }, [target("CA", "2024-05", 310)])).toBeCloseTo(
      150 / (310 * (15 / 31)),
      12,
    );
    expect(ask("attainment", { period: "2023" }, [target("CA", "2023", 2000)])).toBe(0.5);
  });

  test("of stocks and ratios is against the whole target", () => {
    expect(ask("attainment", { kpi: "PIPE", period: "2024-S1" }, [target("PIPE", "2024-S1", 200)])).toBe(0.5);
    expect(ask("attainment", { kpi: "TAUXMARGE", period: "2024" }, [target("TAUXMARGE", "2024", 0.4)])).toBe(
      1.25,
    );
  });

  test("is empty without target, with a target of 0 and before the period begins", () => {
    expect(ask("attainment", { period: "2024" })).toBeNull();
    expect(ask("attainment", { period: "2024" }, [target("CA", "2024", 0)])).toBeNull();
    expect(ask("attainment", { period: "2025" }, [target("CA", "2025", 10)])).toBeNull();
  });
});

describe("evolution", () => {
  test("compares the elapsed days of a period in progress with the same days a year before", () =>
    expect(ask("evolution", { period: "2024-05" })).toBeCloseTo(0.5, 12));

  test("compares whole periods once they are over", () => {
    expect(ask("evolution", { period: "2024-02" })).toBeNull();
    expect(ask("evolution", { period: "2023-06..2024-05-15" })).toBeCloseTo(3.6, 12);
  });

  test("compares a week with the week of the same number", () => {
    // 2023-05-10 lies in 2023-W19, 2024-05-10 in 2024-W19.
    expect(ask("evolution", { period: "2024-W19" })).toBe(-1);
    expect(ask("evolution", { period: "2024-W20" })).toBeNull();
  });

  test("has nothing to say of all data or of the future", () => {
    expect(ask("evolution", {})).toBeNull();
    expect(ask("evolution", { period: "2025" })).toBeNull();
  });
});

describe("projection", () => {
  test("carries a flow's pace to the period's end", () => {
    expect(ask("projection", { period: "2024-05" })).toBeCloseTo((150 / 15) * 31, 10);
    expect(ask("projection", { period: "2023" })).toBe(1000);
    expect(ask("projection", { period: "2025" })).toBeNull();
  });

  test("leaves stocks and ratios as they are", () => {
    expect(ask("projection", { kpi: "PIPE", period: "2024" })).toBe(100);
    expect(ask("projection", { kpi: "TAUXMARGE", period: "2024" })).toBe(0.5);
  });
});

describe("the tier", () => {
  const may = (value: number) => [target("CA", "2024-05", value)];

  test.each([
    [310, "equilibre"],
    [311, "anticipation"],
    [387, "anticipation"],
    [388, "alerte"],
  ])("of 150 in half of May against %d is %s", (goal, tier) =>
    expect(ask("tier", { period: "2024-05" }, may(goal))).toBe(tier),
  );

  test.each([
    [3, "equilibre"],
    [2.6, "anticipation"],
    [2.4, "alerte"],
  ])("turns round where low is better: 3 complaints of the week against %d is %s", (goal, tier) =>
    expect(
      ask("tier", { kpi: "RECLAMATIONS", period: "2024-W18" }, [target("RECLAMATIONS", "2024-W18", goal)]),
    ).toBe(tier),
  );

  test("of any complaint against a target of none is an alert, of none against none is balance", () => {
    const none = (period: string) => [target("RECLAMATIONS", period, 0)];
    expect(ask("tier", { kpi: "RECLAMATIONS", period: "2024" }, none("2024"))).toBe("alerte");
    expect(ask("tier", { kpi: "RECLAMATIONS", period: "2023" }, none("2023"))).toBe("equilibre");
  });

  test("has thresholds of its own per KPI", () => {
    const thresholds = { CA: { alertAttainment: 0.95 } };
    expect(ask("tier", { period: "2024-05" }, may(330), { thresholds })).toBe("alerte");
  });

  test("can go by absolute values, then without a target", () => {
    const thresholds = { CA: { alertValue: 100, anticipationValue: 200 } };
    expect(ask("tier", { period: "2024-05" }, [], { thresholds })).toBe("anticipation");
    expect(ask("tier", { period: "2024-02" }, [], { thresholds })).toBe("equilibre");
    expect(ask("tier", { period: "2024-01" }, [], { thresholds })).toBe("alerte");
  });

  test("is empty without target, where no side is better, and before the period begins", () => {
    expect(ask("tier", { period: "2024" })).toBeNull();
    expect(ask("tier", { kpi: "ENTRANTS", period: "2024" }, [target("ENTRANTS", "2024", 1)])).toBeNull();
    expect(ask("tier", { period: "2025" }, [target("CA", "2025", 1)])).toBeNull();
  });

  test("lines up with the values in a list", () => {
    const engine = createCalculator(data, {
      targets: [
        target("CA", "2024-05", 240, "region", "Nord"),
        target("CA", "2024-05", 9999, "region", "Sud"),
      ],
    });
    const query = { kpi: "CA", axis: "region", period: "2024-05", filters: [] };
    expect(engine.list({ ...query, aspect: "value" })).toMatchObject({
      value: [{ answer: 120 }, { answer: 30 }],
    });
    expect(engine.list({ ...query, aspect: "tier" })).toMatchObject({
      value: [
        { member: "Nord", answer: "equilibre" },
        { member: "Sud", answer: "alerte" },
      ],
    });
  });
});

describe("the settings", () => {
  test("a customer is lost after as many months as they say", () => {
    const lost = (lostAfterMonths: number) => ask("value", { kpi: "CLIENTSPERDUS" }, [], { lostAfterMonths });
    expect(lost(0)).toBe(2);
    expect(lost(1)).toBe(0);
  });

  test("quarters begin with the fiscal year", () => {
    const engine = createCalculator(data, { settings: { fiscalFirstMonth: 2 } });
    expect(engine.list({ kpi: "CA", axis: "trimestre", filters: [] })).toMatchObject({
      value: [
        { member: "2023-T2", answer: 1000 },
        { member: "2024-T1", answer: 310 },
        { member: "2024-T2", answer: 150 },
      ],
    });
  });
});
