import type { Band, Block, ComparisonBlock, TileCard } from "../../src/dashboard/declaration";
import { filtersOf, headed } from "../../src/dashboard/filters";
import { layoutSheets } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { STYLES } from "../../src/dashboard/theme";
import type { Scalar } from "../../src/formula";
import { isGrain } from "../../src/kpi/dimensions";
import type { Query } from "../../src/kpi/source";
import { answerPlan, inputValues, type PlanAnswers } from "../../src/xlsx/answerPlan";
import { type Demo, openDemo } from "./demo";
import { codeOf, shown, textAt, valuesOf } from "./seen";

let demo: Demo;
let plans: readonly SheetPlan[];

beforeAll(async () => {
  demo = await openDemo(4_000);
  plans = layoutSheets(DASHBOARDS, demo.facts);
}, 60_000);

/** A month in progress, a past quarter, a year with targets, a period without a row; of everybody, and filtered. */
const CHOICES = [
  ["2026-11", "Toutes", "Tous"],
  ["2025-T3", "Toutes", "Tous"],
  ["2026", "Toutes", "Tous"],
  ["1999-01", "Toutes", "Tous"],
  ["2026", "Nord", "Tous"],
  ["2025-03", "Sud", "Tous"],
  ["2026", "Toutes", "Inès Fournier"],
  ["2025-T3", "Nord", "Inès Fournier"],
  ["1999", "Nord", "Inès Fournier"],
] as const;

const answered = (
  sheet: number,
  period: string,
  region: string,
  salesperson = "Tous",
): Promise<PlanAnswers> => {
  const plan = plans[sheet];
  if (!plan) throw new Error("no sheet");
  const inputs = new Map([
    ...inputValues(plans),
    ["Vigie_Periode", period],
    ["Vigie_Region", region],
    ["Vigie_Commercial", salesperson],
  ]);
  return answerPlan(plan, inputs, demo.answerer);
};

const isOf =
  <K extends Block["kind"]>(kind: K) =>
  (block: Block): block is Extract<Block, { kind: K }> =>
    block.kind === kind;

const blocksOf = ({ bands }: { readonly bands: readonly Band[] }): Block[] =>
  bands.flatMap(({ blocks }) => blocks.map(({ block }) => block));

/** What the engine says, as a cell shows it. */
async function engine(
  query: Omit<Query, "kpi" | "filters">,
  kpi: TileCard["kpi"],
  region: string,
  salesperson = "Tous",
) {
  const chosen: Readonly<Record<string, string>> = { region, commercial: salesperson };
  const filters = filtersOf(kpi).map(({ axis }) => ({ axis, member: chosen[axis] ?? "" }));
  const answer = await demo.open.source.total({ ...query, kpi: kpi.id, filters });
  if (!answer.ok) throw new Error(answer.failure.code);
  return shown(answer.value);
}

const sheetIndex = (id: string): number => DASHBOARDS.findIndex((sheet) => sheet.id === id);

describe.each(DASHBOARDS.map(({ id }, index) => [id, index] as const))(
  "the sheet %s over the demo",
  (_, index) => {
    it.each(CHOICES)("has no error in %s, %s, %s", async (period, region, salesperson) => {
      const answers = await answered(index, period, region, salesperson);
      const failing = [...answers].flatMap(([key, answer]) =>
        "error" in answer ? [[key, answer.error]] : [],
      );
      expect(failing).toEqual([]);
      expect(answers.size).toBeGreaterThan(10);
    });

    it("never answers more than the room kept, in a period of at most a year", async () => {
      const answers = await answered(index, "2025", "Toutes");
      for (const { row, column, content } of plans[index]?.cells ?? []) {
        if (content.kind !== "formula") continue;
        const answer = answers.get(`${row},${column}`);
        if (!answer || "error" in answer) throw new Error("no answer");
        const { rows, columns } = content.spill ?? { rows: 1, columns: 1 };
        expect(answer.values.length).toBeLessThanOrEqual(rows);
        expect(answer.values[0]?.length ?? 0).toBeLessThanOrEqual(columns);
      }
    });
  },
);

/** Where a card shows each aspect: rows below its name, and whether in its right half. */
const PLACES = [
  ["value", 1, "left"],
  ["tier", 1, "right"],
  ["attainment", 3, "left"],
  ["evolution", 4, "left"],
] as const;

describe("the cards", () => {
  const sheets = DASHBOARDS.flatMap((sheet, index) =>
    blocksOf(sheet)
      .filter(isOf("tiles"))
      .map((block) => [sheet.id, index, block] as const),
  );

  it.each(sheets)("of %s equal the engine's answers, aspect by aspect", async (_id, index, block) => {
    const plan = plans[index] as SheetPlan;
    for (const [period, region, salesperson] of [
      ["2026", "Toutes", "Tous"],
      ["2026", "Toutes", "Inès Fournier"],
    ] as const) {
      const values = valuesOf(await answered(index, period, region, salesperson));
      for (const { kpi, period: own = period, label = kpi.label } of block.cards) {
        const { row, column } = textAt(plan, headed(label.fr, kpi), STYLES.cardLabel);
        const right = plan.cells.find(
          (one) => one.row === row + 1 && one.column > column && one.content.kind === "formula",
        )?.column;
        for (const [aspect, down, side] of PLACES) {
          const value = values.get(`${row + down},${side === "left" ? column : right}`);
          if (value === undefined) continue;
          const expected = await engine({ aspect, period: own || undefined }, kpi, region, salesperson);
          expect([kpi.id, aspect, value ?? ""]).toEqual([kpi.id, aspect, expected]);
        }
      }
    }
  });

  it("draw a bar as full as the target is reached, with a mark where it should be by now", async () => {
    const values = valuesOf(await answered(0, "2026", "Toutes"));
    const { row, column } = textAt(plans[0] as SheetPlan, "Chiffre d'affaires");
    const number = (down: number, right: number) => Number(values.get(`${row + down},${column + right}`));
    const [value, attainment, target] = [number(1, 0), number(3, 0), number(3, 1)];
    const bar = [...String(values.get(`${row + 2},${column}`))];
    const due = Math.min(16, Math.max(1, Math.round((16 * value) / attainment / target)));
    expect(bar).toHaveLength(16);
    expect(bar.indexOf("┃")).toBe(due - 1);
    const filled = Math.min(16, Math.round((16 * value) / target));
    expect(bar.filter((one) => one === "█").length).toBe(filled - (due <= filled ? 1 : 0));
  });

  it("show each card's figure, target, tier and trend from the same answers", async () => {
    const plan = plans[0] as SheetPlan;
    const values = valuesOf(await answered(0, "2026", "Toutes"));
    const { row, column } = textAt(plan, "Chiffre d'affaires");
    const revenue = { kpi: "CA", period: "2026", filters: [] };
    const total = await demo.open.source.total(revenue);
    const target = await demo.open.source.total({ ...revenue, aspect: "target" });
    const tier = await demo.open.source.total({ ...revenue, aspect: "tier" });
    if (!total.ok || !target.ok || !tier.ok) throw new Error("no answer");
    expect(values.get(`${row + 1},${column}`)).toBe(total.value);
    expect(values.get(`${row + 3},${column + 1}`)).toBe(target.value);
    expect(values.get(`${row + 1},${column + 1}`)).toBe(shown(tier.value));
    expect(values.get(`${row + 4},${column + 1}`)).toMatch(/^[▁-█]{12}$/);
  });

  it("draw the lowest month as the lowest bar and the highest as the highest", async () => {
    const values = valuesOf(await answered(0, "2026", "Toutes"));
    const { row, column } = textAt(plans[0] as SheetPlan, "Chiffre d'affaires");
    const bars = [...String(values.get(`${row + 4},${column + 1}`))];
    const months = await demo.open.source.list({ kpi: "CA", axis: "mois", period: "12M", filters: [] });
    if (!months.ok) throw new Error(months.failure.code);
    const figures = months.value.map(({ answer }) => Number(answer));
    expect(bars[figures.indexOf(Math.min(...figures))]).toBe("▁");
    expect(bars[figures.indexOf(Math.max(...figures))]).toBe("█");
  });

  it("say that a KPI has no target instead of showing an empty card", async () => {
    const values = valuesOf(await answered(0, "2026", "Nord"));
    const { row, column } = textAt(plans[0] as SheetPlan, "Marge");
    expect(values.get(`${row + 3},${column + 1}`)).toBe("Sans objectif");
    expect(values.get(`${row + 2},${column}`)).toBe("");
    expect(values.get(`${row + 1},${column + 1}`)).toBe("");
  });
});

describe("the comparisons", () => {
  const comparisons = DASHBOARDS.flatMap((sheet, index) =>
    blocksOf(sheet)
      .filter(isOf("comparison"))
      .map((block) => [sheet.id, block.title.fr, index, block] as const),
  );

  const firstOf = (index: number, { title }: ComparisonBlock) => {
    const plan = plans[index] as SheetPlan;
    const head = plan.cells.find(
      ({ content }) => content.kind === "text" && content.text.replace(/ \([*†].*\)$/, "") === title.fr,
    );
    if (!head) throw new Error(`no title ${title.fr}`);
    return { row: head.row + 2, column: head.column };
  };

  it.each(comparisons)("of %s (%s) line each KPI up with its member", async (_id, _title, index, block) => {
    const period = block.period ?? "2026-T3";
    const values = valuesOf(await answered(index, "2026-T3", "Toutes"));
    const { row, column } = firstOf(index, block);
    const headings = block.columns.map(({ label, kpi }) => headed(label.fr, kpi));
    const plan = plans[index] as SheetPlan;
    const columns = headings.map(
      (heading) =>
        plan.cells.find(
          (cell) =>
            cell.row === row - 1 &&
            cell.column > column &&
            cell.content.kind === "text" &&
            cell.content.text === heading,
        )?.column,
    );
    let members = 0;
    for (let down = 0; values.get(`${row + down},${column}`); down += 1) {
      const named = String(values.get(`${row + down},${column}`));
      const member = block.axis === "mois" ? codeOf(named) : named;
      members += 1;
      for (const [at, { kpi, aspect = "value" }] of block.columns.entries()) {
        const asked = { aspect, axis: block.axis, member, period: period || undefined };
        const expected = await engine(asked, kpi, "Toutes");
        const value = values.get(`${row + down},${columns[at]}`);
        expect([member, kpi.id, aspect, value]).toEqual([member, kpi.id, aspect, expected]);
      }
    }
    expect(members).toBeGreaterThan(1);
  });

  it.each(
    comparisons.filter(
      ([, , , { axis, period, most }]) => !isGrain(axis) && period === undefined && most === undefined,
    ),
  )(
    "of %s (%s) name everybody, highest first, also when nothing happened",
    async (_id, _title, index, block) => {
      const { row, column } = firstOf(index, block);
      const namesIn = async (period: string) => {
        const values = valuesOf(await answered(index, period, "Toutes"));
        const names: Scalar[] = [];
        const figures: number[] = [];
        for (let down = 0; values.get(`${row + down},${column}`); down += 1) {
          names.push(values.get(`${row + down},${column}`) ?? "");
          figures.push(Number(values.get(`${row + down},${column + 1}`)));
        }
        return { names, figures };
      };
      const [busy, idle] = [await namesIn("2026"), await namesIn("1999")];
      expect(busy.figures).toEqual([...busy.figures].sort((a, b) => b - a));
      expect(new Set(idle.names)).toEqual(new Set(busy.names));
      expect(idle.figures.every((figure) => figure === 0)).toBe(true);
    },
  );
});

describe("the functions' own tables", () => {
  it("show the ten customers with the highest revenue and their running share", async () => {
    const index = sheetIndex("customers");
    const values = valuesOf(await answered(index, "2026", "Toutes"));
    const { row, column } = textAt(plans[index] as SheetPlan, "Les 10 premiers clients");
    const top = await demo.open.source.topCustomers({ period: "2026", filters: [] }, 10);
    if (!top.ok) throw new Error(top.failure.code);
    const rows = top.value.rows.map((_, down) =>
      [0, 1, 2, 3].map((right) => values.get(`${row + 2 + down},${column + right}`)),
    );
    expect(rows).toEqual(top.value.rows);
    expect(rows).toHaveLength(10);
  });

  it("show what is outstanding whatever the period, and the ten highest debtors", async () => {
    const index = sheetIndex("receivables");
    const plan = plans[index] as SheetPlan;
    const values = valuesOf(await answered(index, "2026-11", "Toutes"));
    const ageing = await demo.open.source.ageing({ filters: [] });
    const debtors = await demo.open.source.ageing({ axis: "client", filters: [] });
    if (!ageing.ok || !debtors.ok) throw new Error("no answer");
    const bucket = textAt(plan, "Balance âgée");
    expect(values.get(`${bucket.row + 2},${bucket.column + 1}`)).toBe(ageing.value.rows[0]?.[1]);
    const debtor = textAt(plan, "Les 10 plus gros débiteurs");
    const shownDebtors = Array.from({ length: 11 }, (_, down) =>
      values.get(`${debtor.row + 2 + down},${debtor.column}`),
    );
    expect(shownDebtors).toEqual([...debtors.value.rows.slice(0, 10).map(([name]) => name), undefined]);
  });
});

test("the pivot of regions bears each region's tier in its margin, by sign and word, and none beside its total", async () => {
  const index = sheetIndex("revenue");
  const plan = plans[index] as SheetPlan;
  const values = valuesOf(await answered(index, "2026", "Toutes"));
  const margin = plan.cells.find(({ column, content }) => column === 0 && content.kind === "formula");
  if (!margin) throw new Error("no tiers in the margin");
  const found: [string, Scalar | undefined][] = [];
  for (let row = margin.row; values.get(`${row},1`); row += 1)
    found.push([String(values.get(`${row},1`)), String(values.get(`${row},0`)).replace(/ +/, " ")]);
  const expected = await Promise.all(
    found.map(async ([member]) => {
      if (member === "Total") return [member, ""];
      const asked = {
        kpi: "CA",
        aspect: "tier",
        axis: "region",
        member,
        period: "2026",
        filters: [],
      } as const;
      const tier = await demo.open.source.total(asked);
      return [member, tier.ok ? shown(tier.value) : tier.failure.code];
    }),
  );
  expect(found).toEqual(expected);
  expect(new Set(found.map(([, tier]) => tier)).size).toBeGreaterThan(2);
  const coloured = plan.conditionalFormats.filter(({ range }) => range.column === 0 && range.columns === 2);
  expect(coloured.map(({ tier }) => tier)).toEqual(["equilibre", "anticipation", "alerte"]);
});
