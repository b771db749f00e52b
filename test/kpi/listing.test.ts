import { createCalculator } from "../../src/kpi/engine";
import type { Query } from "../../src/kpi/source";
import type { Target } from "../../src/sales/targets";
import { salesOf } from "./sales";

const line = (id: string, on: string, revenue: number, salesperson: string) => ({
  id,
  order_id: id,
  ordered_on: on,
  invoiced_on: on,
  customer_id: "c1",
  salesperson_id: salesperson,
  product_id: "p1",
  channel: "field",
  quantity: 1,
  revenue,
});
const data = salesOf(
  {
    salespeople: [
      { id: "s1", name: "Anne", team: null, region: "Nord" },
      { id: "s2", name: "Bruno", team: null, region: "Nord" },
      { id: "s3", name: "Chloé", team: null, region: "Nord" },
      { id: "s4", name: "David", team: null, region: "Nord" },
    ],
    customers: [{ id: "c1", name: "Alpha", region: "Nord" }],
    order_lines: [
      line("a", "2023-05-10", 200, "s3"),
      line("b", "2024-05-02", 120, "s1"),
      line("c", "2024-05-03", -5, "s3"),
      line("d", "2023-04-02", 50, "s4"),
      line("e", "2023-05-02", 50, "s4"),
    ],
    opportunities: [
      {
        id: "x",
        name: "X",
        salesperson_id: "s1",
        created_on: "2024-01-01",
        expected_on: "2024-07-01",
        stage: "S",
        status: "open",
        amount: 100,
        probability: 1,
      },
    ],
  },
  "2024-05-15",
);

const target = (kpi: string, period: string, dimension = "", member = ""): Target => ({
  kpi,
  dimension,
  member,
  period,
  value: 1000,
});

function list(targets: readonly Target[], query: Partial<Query>) {
  const answer = createCalculator(data, { targets }).list({
    kpi: "CA",
    axis: "commercial",
    period: "2024-05",
    filters: [],
    ...query,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.map(({ member, answer: own }) => [member, own]);
}

describe("a salesperson who sold nothing", () => {
  const targets = [target("CA", "2024-05", "commercial", "Bruno")];

  test("is listed with 0 when he has a target, and with the target and the alert", () => {
    expect(list(targets, {})).toEqual([
      ["Anne", 120],
      ["Bruno", 0],
      ["Chloé", -5],
    ]);
    expect(list(targets, { aspect: "target" })).toEqual([
      ["Anne", null],
      ["Bruno", 1000],
      ["Chloé", null],
    ]);
    expect(list(targets, { aspect: "tier" })[1]).toEqual(["Bruno", "alerte"]);
  });

  test("is listed with nothing for a ratio, last", () => {
    const ratio = [target("PANIERMOYEN", "2024-05", "commercial", "Bruno")];
    expect(list(ratio, { kpi: "PANIERMOYEN" })).toEqual([
      ["Anne", 120],
      ["Chloé", -5],
      ["Bruno", null],
    ]);
  });

  test("is not listed for a period or a KPI without target, nor where more is restricted", () => {
    expect(list(targets, { period: "2024-04" })).toEqual([]);
    expect(list(targets, { kpi: "COMMANDES" }).map(([member]) => member)).toEqual(["Anne", "Chloé"]);
    const filters = [{ axis: "region", member: "Nord" }];
    expect(list(targets, { filters }).map(([member]) => member)).toEqual(["Anne", "Chloé"]);
  });

  test("stands in a pivot too, his cells from his rows", () => {
    const pivot = createCalculator(data, { targets }).pivot({
      kpi: "CA",
      rows: "commercial",
      columns: "canal",
      period: "2024-05",
      filters: [],
    });
    expect(pivot).toMatchObject({
      value: { rowMembers: ["Anne", "Bruno", "Chloé"], cells: [[120], [0], [-5]], grandTotal: 115 },
    });
  });

  test("comes at the end of the evolutions when he sold a year before", () =>
    expect(list([], { aspect: "evolution" })).toEqual([
      ["Anne", null],
      ["Chloé", -205 / 200],
      ["David", -1],
    ]));
});

describe("a unit of time", () => {
  test("without sales is listed when it has a target and has begun", () => {
    const months = ["2024-03", "2024-05", "2024-06"].map((month) => target("CA", month));
    const query = { axis: "mois", period: "2024" };
    expect(list(months, query)).toEqual([
      ["2024-03", 0],
      ["2024-05", 115],
    ]);
    expect(list(months, { ...query, aspect: "target" })).toEqual([
      ["2024-03", 1000],
      ["2024-05", 1000],
      ["2024-06", 1000],
    ]);
  });

  test("to come is listed when a stock has a target there", () =>
    expect(list([target("PIPE", "2024-06")], { kpi: "PIPE", axis: "mois", period: "2024" })).toEqual([
      ["2024-06", 0],
      ["2024-07", 100],
    ]));

  test("with sales a year before only has an evolution, in the order of time", () =>
    expect(list([], { axis: "mois", period: "2024", aspect: "evolution" })).toEqual([
      ["2024-04", -1],
      ["2024-05", expect.any(Number)],
    ]));

  test("belongs to the member the list is restricted to, where a second restriction is a time", () => {
    const filters = [
      { axis: "region", member: "Nord" },
      { axis: "trimestre", member: "2024-T1" },
    ];
    expect(
      list([target("CA", "2024-02", "region", "Nord")], { axis: "mois", period: "2024", filters }),
    ).toEqual([["2024-02", 0]]);
  });
});
