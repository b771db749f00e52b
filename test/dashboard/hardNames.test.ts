import { gatherFacts } from "../../src/dashboard/facts";
import { layoutSheets } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import type { Scalar } from "../../src/formula";
import { functionCatalogue, kpiAnswerer } from "../../src/functions";
import { createEngine } from "../../src/kpi/engine";
import { KPIS } from "../../src/kpi/registry";
import { answerPlan, inputValues } from "../../src/xlsx/answerPlan";
import { type Row, salesOf } from "../kpi/sales";

/** A company whose names and figures are as bad as CRMs have them, with three hundred salespeople. */
const LONG = "Société générale de climatisation ".repeat(8).slice(0, 255);
const EMOJI = "Clim 🌡️ & Froid 👩‍🔧";
const HEBREW = "מיזוג אוויר צפון";
const FORMULA = "=1+1";
const PEOPLE = 300;

const salespeople: Row[] = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `s${index}`,
  name: index < 2 ? "Martin" : `Vendeur ${String(index).padStart(3, "0")}`,
  team: EMOJI,
  region: index % 2 ? "Nord" : HEBREW,
}));
const customers: Row[] = [
  { id: "c0", name: LONG, region: "Nord", sector: EMOJI },
  { id: "c1", name: EMOJI, region: HEBREW, sector: HEBREW },
  { id: "c2", name: HEBREW, region: "Nord", sector: null },
  { id: "c3", name: "Sans région", region: null, sector: "Santé" },
  { id: "c4", name: FORMULA, region: "Nord", sector: "Santé" },
];
const orderLines: Row[] = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `l${index}`,
  order_id: `o${index}`,
  ordered_on: "2026-03-15",
  invoiced_on: "2026-03-20",
  customer_id: `c${index % 5}`,
  salesperson_id: `s${index}`,
  product_id: "p0",
  channel: "field",
  quantity: index % 7 === 0 ? -1 : 1,
  revenue: index % 7 === 0 ? -100.05 : 10.01,
  cost: 5,
}));

const data = salesOf(
  { salespeople, customers, products: [{ id: "p0", name: LONG, family: EMOJI }], order_lines: orderLines },
  "2026-06-30",
);
const source = createEngine(data);
const answerer = kpiAnswerer({ source, catalogue: functionCatalogue(KPIS.all) }, "fr");

let plans: readonly SheetPlan[];
beforeAll(async () => {
  const facts = await gatherFacts(source, DASHBOARDS, "fr");
  if (!facts.ok) throw new Error(facts.failure.code);
  plans = layoutSheets(DASHBOARDS, facts.value);
});

/** All that every sheet shows, by sheet; errors stand among the values. */
async function shown(choices: Readonly<Record<string, Scalar>> = {}): Promise<readonly Scalar[][]> {
  const inputs = new Map<string, Scalar>([...inputValues(plans), ...Object.entries(choices)]);
  return Promise.all(
    plans.map(async (plan) => {
      const answers = [...(await answerPlan(plan, inputs, answerer)).values()];
      return answers.flatMap((answer) => ("error" in answer ? [answer.error] : answer.values.flat()));
    }),
  );
}
const errors = (sheets: readonly Scalar[][]) =>
  sheets.flat().filter((value) => typeof value === "string" && /^#[A-Z/0]+[!?A]?$/.test(value));

test.each(["2026", "2026-T1", "1999", ""])(
  "no dashboard shows an error in the period « %s »",
  async (period) => {
    expect(errors(await shown({ Vigie_Periode: period }))).toEqual([]);
  },
);

test("three hundred salespeople, two of one name, each have their row, and rows never exceed their room", async () => {
  const people = (await shown({ Vigie_Periode: "2026" }))[
    DASHBOARDS.findIndex(({ id }) => id === "salespeople")
  ];
  const names = new Set(people?.filter((value) => /^(Vendeur \d+|Martin \(s[01]\))$/.test(String(value))));
  expect(names.size).toBe(PEOPLE);
  for (const plan of plans)
    for (const [key, answer] of await answerPlan(plan, inputValues(plans), answerer)) {
      if ("error" in answer) throw new Error(answer.error);
      const [row, column] = key.split(",").map(Number);
      const cell = plan.cells.find((one) => one.row === row && one.column === column);
      const room = cell?.content.kind === "formula" ? (cell.content.spill?.rows ?? 1) : 1;
      expect(answer.values.length).toBeLessThanOrEqual(room);
    }
});

test.each([LONG, EMOJI, HEBREW, FORMULA])("the customer « %s » is read as it is written", async (name) => {
  const customers = (await shown({ Vigie_Periode: "2026" }))[
    DASHBOARDS.findIndex(({ id }) => id === "customers")
  ];
  expect(customers).toContain(name);
});

test("a customer without region counts under its salesperson's, one nobody places under « (non renseigné) »", async () => {
  const byRegion = await source.list({ kpi: "CA", axis: "region", period: "2026", filters: [] });
  if (!byRegion.ok) throw new Error(byRegion.failure.code);
  expect(byRegion.value.map(({ member }) => member).sort()).toEqual(["Nord", HEBREW].sort());
  const bySector = await source.list({ kpi: "CA", axis: "secteur", period: "2026", filters: [] });
  expect(bySector.ok && bySector.value.map(({ member }) => member)).toContain("(non renseigné)");
});

test("negative revenue is summed to the cent", async () => {
  const total = await source.total({ kpi: "CA", period: "2026", filters: [] });
  const returned = Math.ceil(PEOPLE / 7);
  expect(total).toEqual({
    ok: true,
    value: Number(((PEOPLE - returned) * 10.01 - returned * 100.05).toFixed(2)),
  });
});

test.each([HEBREW, "Nord"])("the region cell takes « %s »", async (region) => {
  expect(errors(await shown({ Vigie_Periode: "2026", Vigie_Region: region }))).toEqual([]);
});

test.each([
  ["46096", 46_096],
  ["a date", 46_100],
])(
  "a period cell that holds %s, as Excel turns a typed day into one, means that day",
  async (_what, serial) => {
    expect(errors(await shown({ Vigie_Periode: serial }))).toEqual([]);
  },
);

test.each(["printemps 2026", "Q1/2026", "avant-hier", "2026-13"])(
  "a period « %s » is told in words on every sheet, and right again when it is mended",
  async (period) => {
    for (const sheet of await shown({ Vigie_Periode: period }))
      expect(sheet).toContain("◆ Période non comprise. Essayez 2026, 2026-T3, 2026-03, M-1 ou 12M.");
    for (const sheet of await shown({ Vigie_Periode: "2026" }))
      expect(sheet.some((value) => String(value).includes("Période non comprise"))).toBe(false);
  },
);

test("a KPI without target has no tier, and its card says so", async () => {
  const [morning] = await shown({ Vigie_Periode: "2026" });
  expect(morning).toContain("Sans objectif");
  expect(morning?.some((value) => /Équilibre|Anticipation|Alerte/.test(String(value)))).toBe(false);
});
