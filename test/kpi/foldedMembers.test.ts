import { createCalculator } from "../../src/kpi/engine";
import { scopeData } from "../../src/kpi/scope/scopeData";
import { scopeSales } from "../../src/kpi/scope/scopeSales";
import { type Rows, salesOf } from "./sales";

const SPELLINGS = ["Nord", "NORD", "nord", "Nord ", " Nord", "No\u200Brd", "Nôrd", "Nord"];

/** One line of 1, 2, 4… a spelling: any that is left out shows in the sum. */
const rows: Rows = {
  salespeople: [{ id: "s1", name: "Martin", team: "Équipe  A", region: "NORD" }],
  customers: [
    { id: "c1", name: "Alpha", region: "nord", sector: "Santé" },
    { id: "c2", name: "ALPHA", region: "Sud", sector: "SANTE" },
  ],
  products: [{ id: "p1", name: "32 FreshAir", family: "Mural" }],
  order_lines: [...SPELLINGS, "Sud"].map((region, index) => ({
    id: `l${index}`,
    order_id: `o${index}`,
    ordered_on: "2024-03-01",
    invoiced_on: "2024-03-01",
    customer_id: index % 2 === 0 ? "c1" : "c2",
    salesperson_id: "s1",
    product_id: "p1",
    region,
    quantity: 1,
    revenue: 2 ** index,
  })),
};
const ALL = 2 ** SPELLINGS.length - 1;
const data = salesOf(rows, "2024-05-15");
const target = { kpi: "CA", dimension: "région", member: "NÔRD", period: "2024", value: 1_000 };
const engine = createCalculator(data, { targets: [target] });

function ok<T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

test.each([...SPELLINGS, "nORD", "NÔRD", "NO\u00ADRD"])("asked for %j, all spellings answer", (member) => {
  expect(ok(engine.total({ kpi: "CA", axis: "region", member, filters: [] }))).toBe(ALL);
  expect(ok(engine.total({ kpi: "CA", filters: [{ axis: "region", member }] }))).toBe(ALL);
  expect(ok(engine.detail({ kpi: "CA", filters: [{ axis: "region", member }] }, 100)).rows).toHaveLength(
    SPELLINGS.length,
  );
});

test("one member a list and a validation list, in its most frequent spelling", () => {
  const list = ok(engine.list({ kpi: "CA", axis: "region", filters: [] }));
  expect(list.map(({ member, answer }) => [member, answer])).toEqual([
    ["Sud", ALL + 1],
    ["Nord", ALL],
  ]);
  expect(ok(engine.members("region"))).toEqual(["Nord", "Sud"]);
  expect(ok(engine.members("secteur"))).toEqual(["Santé"]);
  expect(ok(engine.members("equipe"))).toEqual(["Équipe A"]);
});

test("customers are told apart by id: namesakes stay two", () => {
  const top = ok(engine.topCustomers({ filters: [{ axis: "region", member: "nORD" }] }, 10));
  expect(top.rows.map(([name]) => name)).toEqual(["ALPHA (c2)", "Alpha (c1)"]);
});

test("a target of another spelling is the member's", () => {
  expect(engine.refusedTargets).toEqual([]);
  expect(
    ok(
      engine.total({
        kpi: "CA",
        aspect: "target",
        axis: "region",
        member: "nord",
        period: "2024",
        filters: [],
      }),
    ),
  ).toBe(1_000);
});

test.each(["Nord", "nORD"])(
  "a copy for %j holds all spellings, under one name and with its target",
  (region) => {
    expect(ok(scopeData(data, { regions: [region] })).tables.order_lines.length).toBe(SPELLINGS.length);
    const copy = ok(scopeSales(data, [target], { regions: [region] }));
    expect(copy.label).toBe("Nord");
    const own = createCalculator(copy.data, { targets: copy.targets });
    expect(ok(own.total({ kpi: "CA", filters: [] }))).toBe(ALL);
    expect(ok(own.total({ kpi: "CA", aspect: "target", period: "2024", filters: [] }))).toBe(1_000);
    expect(ok(own.members("region"))).toEqual(["Nord"]);
  },
);

test("a text that nobody sees, or that says it says nothing, is no member", () => {
  const spelled = salesOf(
    {
      ...rows,
      order_lines: ["\u200B", "(Non renseigné)"].map((region, index) => ({
        ...rows.order_lines![0],
        id: `l${index}`,
        region,
      })),
    },
    "2024-05-15",
  );
  // What is empty is the customer's; of two spellings as frequent the first one met is shown.
  const list = ok(createCalculator(spelled).list({ kpi: "CA", axis: "region", filters: [] }));
  expect(list.map(({ member }) => member)).toEqual(["NORD"]);
});
