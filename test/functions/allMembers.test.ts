import { layoutSheets } from "../../src/dashboard/layout";
import { DASHBOARDS } from "../../src/dashboard/sheets";
import { answerFormulaDirectly, functionCatalogue } from "../../src/functions";
import { createCalculator } from "../../src/kpi/engine";
import { KPIS } from "../../src/kpi/registry";
import { facts } from "../dashboard/madeUp";
import { salesOf } from "../kpi/sales";

/** Every word that one of two lists used to know, in the spellings people use. */
const WORDS = ["*", "tous", "Tous", "TOUTES", "tout", "(tous)", "(Toutes)", "all", "(ALL)"];

const companyWith = (...regions: readonly string[]) => {
  const customers = regions.map((region, index) => ({ id: `c${index}`, name: `C${index}`, region }));
  const orderLines = regions.map((_, index) => ({
    id: `l${index}`,
    order_id: `o${index}`,
    ordered_on: "2026-02-01",
    invoiced_on: "2026-02-01",
    customer_id: `c${index}`,
    salesperson_id: "s",
    product_id: "p",
    channel: "web",
    quantity: 1,
    revenue: 10 ** index,
  }));
  const source = createCalculator(salesOf({ customers, order_lines: orderLines }, "2026-06-30"));
  return (formula: string) => {
    const answer = answerFormulaDirectly(formula, { source, catalogue: functionCatalogue(KPIS.all) }, "fr");
    return answer.ok ? answer.value : answer.failure.code;
  };
};

describe("a word that means all members", () => {
  const answer = companyWith("Nord", "Sud", "Est");

  it.each(WORDS)("%s as the member, or in a filter, is the total", (word) => {
    expect(answer(`=KPI.CA("region","2026","${word}")`)).toBe(111);
    expect(answer(`=KPI.CA(,"2026",,"region","${word}")`)).toBe(111);
    expect(answer(`=KPI.CA("client","2026","${word}","region","Sud")`)).toBe(10);
    expect(answer(`=INDEX(KPI.EXPLIQUER("CA","region","2026","${word}"),5,2)`)).toBe("aucun");
    expect(answer(`=INDEX(KPI.TABLEAU("CA","region",,"2026","region","${word}"),5,2)`)).toBe(111);
    expect(answer(`=KPI.CA("mois","2026","${word}")`)).toBe(111);
  });

  it.each(WORDS)("%s on an axis the KPI does not have restricts nothing either", (word) => {
    expect(answer(`=KPI.CA(,"2026",,"etape","${word}")`)).toBe(111);
    expect(answer(`=KPI.CA("etape","2026","${word}")`)).toBe(111);
    expect(answer('=KPI.CA(,"2026",,"etape","Devis")')).toBe("dimension-not-available");
    expect(answer(`=KPI.CA(,"2026",,"planete","${word}")`)).toBe("dimension-unknown");
  });

  it.each(WORDS.filter((word) => word !== "*"))(
    "a region really called %s answers its own number",
    (word) => {
      const own = companyWith("Nord", word, "Sud");
      expect(own(`=KPI.CA("region","2026","${word}")`)).toBe(10);
      expect(own(`=KPI.CA(,"2026",,"region","${word}")`)).toBe(10);
      expect(own('=KPI.CA("region","2026","*")')).toBe(111);
      expect(own(`=KPI.CA("client","2026","${word}")`)).toBe(111);
    },
  );
});

test("a dashboard whose region is called « Toutes » proposes « * » for all regions", () => {
  const proposed = (regions: readonly string[]) =>
    layoutSheets(DASHBOARDS, facts({ region: regions }))
      .flatMap(({ validations }) => validations)
      .flatMap(({ list }) => (Array.isArray(list) && list.includes("Nord") ? [list[0]] : []));
  expect(new Set(proposed(["Nord", "Sud"]))).toEqual(new Set(["Toutes"]));
  expect(new Set(proposed(["Nord", "Toutes"]))).toEqual(new Set(["*"]));
});
