import { EARLY_RULES } from "../../../src/kpi/alerts/earlyRules";
import { observeTiers } from "../../../src/kpi/alerts/observe";
import { earlyTier, observeEarly } from "../../../src/kpi/alerts/observeEarly";
import { createEngine } from "../../../src/kpi/engine";
import type { KpiSource } from "../../../src/kpi/source";
import type { Target } from "../../../src/sales/targets";
import { salesOf } from "../sales";
import { SMALL_COMPANY } from "../smallCompany";

const target = (kpi: string, dimension: string, member: string, period: string, value: number): Target => ({
  kpi,
  dimension,
  member,
  period,
  value,
});

const TARGETS = [
  target("CA", "", "", "2024-05", 400),
  target("CA", "", "", "2024", 300),
  target("CA", "région", "Nord", "2024", 1),
  target("CA", "region", "Ouest", "2024", 100_000),
  target("TAUXMARGE", "", "", "2024", 0.4),
  target("CHIFRE", "", "", "2024", 1),
  target("CA", "planète", "Mars", "2024", 1),
];

/** Counts what is asked. */
function counted(source: KpiSource): { source: KpiSource; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    source: {
      ...source,
      total: (query) => {
        asked++;
        return source.total(query);
      },
      list: (query) => {
        asked++;
        return source.list(query);
      },
    },
  };
}

const observe = async (source: KpiSource, options: Parameters<typeof observeTiers>[1]) => {
  const found = await observeTiers(source, options);
  if (!found.ok) throw new Error(found.failure.code);
  return found.value;
};

describe("the tiers that are watched", () => {
  const engine = (dataDate = "2024-05-15") =>
    createEngine(salesOf(SMALL_COMPANY, dataDate), { targets: TARGETS });

  test("are those of the totals and members with a target, in the periods in progress, in few questions", async () => {
    const { source, asked } = counted(engine());
    const { observations } = await observe(source, { targets: TARGETS });
    const told = observations.map(({ kpi, member, period, tier, value, target: whole, due }) => [
      kpi,
      member,
      period,
      tier,
      value,
      whole,
      due && Math.round(due * 100) / 100,
    ]);
    expect(told).toContainEqual(["CA", "", "2024-05", "alerte", 60, 400, 193.55]);
    expect(told).toContainEqual(["CA", "", "2024", "equilibre", 610, 300, 111.48]);
    expect(told).toContainEqual(["CA", "Nord", "2024", "equilibre", 350, 1, 0.37]);
    expect(told.filter(([kpi]) => kpi === "TAUXMARGE")).toHaveLength(1);
    expect(new Set(told.map(([kpi]) => kpi))).toEqual(new Set(["CA", "TAUXMARGE"]));
    // CA: two axes, TAUXMARGE: one, three periods each, at most three questions.
    expect(asked()).toBeLessThanOrEqual(27);
  });

  test("absolute thresholds are watched in total, without a target for the month alone", async () => {
    const settings = { thresholds: { CA: { alertValue: 70 } } };
    const source = createEngine(salesOf(SMALL_COMPANY, "2024-05-15"), { settings });
    const { observations } = await observe(source, { targets: [], settings });
    expect(observations).toEqual([
      expect.objectContaining({ kpi: "CA", axis: "", grain: "mois", tier: "alerte", value: 60, due: null }),
    ]);
  });

  test("a period that has just begun is not believed yet", async () => {
    const { observations, unsettled } = await observe(engine("2024-05-02"), { targets: TARGETS });
    expect(unsettled).toEqual(["mois"]);
    expect(observations.filter(({ grain }) => grain === "mois")).toEqual([]);
  });

  test("without targets and thresholds nothing is asked", async () => {
    const { source, asked } = counted(engine());
    expect((await observe(source, { targets: [] })).observations).toEqual([]);
    expect(asked()).toBe(0);
  });

  test("what the source refuses is handed on", async () => {
    const source = {
      ...engine(),
      total: async () => ({ ok: false, failure: { code: "no-data", params: {} } }),
    };
    expect(await observeTiers(source as KpiSource, { targets: TARGETS })).toMatchObject({
      ok: false,
      failure: { code: "no-data" },
    });
  });
});

describe("the early rule for complaints", () => {
  const [rule] = EARLY_RULES;
  const complaint = (on: string, index: number, product: string | null = "p1") => ({
    id: `e${on}${index}`,
    received_on: on,
    channel: "phone",
    reason: "complaint",
    product_id: product,
  });
  const complaints = (on: string, count: number, product: string | null = "p1") =>
    Array.from({ length: count }, (_, index) => complaint(on, index, product));
  const raised = async (rows: ReturnType<typeof complaints>) => {
    const products = [{ id: "p1", name: "32 FreshAir" }];
    const found = await observeEarly(createEngine(salesOf({ products, contacts_in: rows }, "2024-05-15")));
    if (!found.ok) throw new Error(found.failure.code);
    return found.value.map(({ member, tier, value, due }) => [member, tier, value, due]);
  };
  const usual = [...complaints("2023-05-20", 7), ...complaints("2023-11-02", 6)];

  test.each([
    [5, 0, undefined],
    [6, 0, "alerte"],
    [6, 1.8, "anticipation"],
    [8, 1.8, "alerte"],
    [9, 5, undefined],
    [60, 40, undefined],
    [101, 40, "anticipation"],
  ])("%d complaints where %d are usual: %s", (count, mean, tier) => {
    expect(earlyTier(rule!, count, mean)).toBe(tier);
  });

  test("holds the last 28 days against the year before them", async () => {
    expect(await raised([...usual, ...complaints("2024-05-10", 5)])).toEqual([]);
    expect(await raised([...usual, ...complaints("2024-05-10", 6)])).toEqual([
      ["32 FreshAir", "alerte", 6, expect.closeTo(1, 1)],
    ]);
    expect(await raised([...usual, ...complaints("2024-05-16", 60)])).toEqual([]);
  });

  test("says nothing of complaints without product, nor before half a year of history", async () => {
    expect(await raised([...usual, ...complaints("2024-05-10", 60, null)])).toEqual([]);
    expect(await raised([...complaints("2024-03-10", 1), ...complaints("2024-05-10", 60)])).toEqual([]);
  });
});
