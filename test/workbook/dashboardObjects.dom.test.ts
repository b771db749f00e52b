import { layoutSheet, layoutSheets } from "../../src/dashboard/layout";
import type { SheetPlan } from "../../src/dashboard/plan";
import { receivablesSheet } from "../../src/dashboard/sheets/receivables";
import { revenueSheet } from "../../src/dashboard/sheets/revenue";
import { buildDashboards } from "../../src/workbook";
import { type OpenedOffice, openOffice } from "../../workbench/host/jsdom";
import { facts } from "../dashboard/madeUp";
import { granted } from "./office";

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.dispose());

test("a company of long names gets its lists, and whole names in what is said to a wrong entry", async () => {
  const regions = Array.from(
    { length: 12 },
    (_, index) => `Provence-Alpes-Côte d'Azur, secteur ${index + 1}`,
  );
  granted(await buildDashboards([layoutSheet(revenueSheet, facts({ region: regions }))]));
  const messages = office.host.book.validations.map(({ errorAlert }) => String(errorAlert?.message));
  const cut = messages.filter((message) => message.endsWith("…"));
  expect(cut.length).toBeGreaterThan(0);
  for (const message of cut) {
    expect(message.length).toBeLessThanOrEqual(225);
    expect(message.length).toBeGreaterThan(225 - 45);
    const parts = message.split(/, (?=Provence|Toutes|…)/);
    expect(["Toutes", "…", ...regions]).toEqual(expect.arrayContaining(parts));
  }
});

test.each(["captions", "contents"] as const)(
  "a chart's series are those of the plan when Excel looks for them by %s, before any cell is calculated",
  async (chartSeries) => {
    office.dispose();
    office = await openOffice({ behaviours: { chartSeries } });
    const plans = layoutSheets([revenueSheet, receivablesSheet], facts());
    granted(await buildDashboards(plans));
    const found = [...office.host.book.charts.values()].map(({ name, series }) => [
      name,
      series.map(({ name, values, categories }) => [
        name,
        values.row,
        values.rows,
        values.column,
        categories?.column,
      ]),
    ]);
    const heading = (plan: SheetPlan, row: number, column: number) => {
      const content = plan.cells.find((cell) => cell.row === row && cell.column === column)?.content;
      return content?.kind === "text" ? content.text : undefined;
    };
    const planned = plans.flatMap((plan) =>
      plan.charts.map(({ name, title, data }) => [
        name,
        Array.from({ length: data.columns - 1 }, (_, index) => {
          const column = data.column + 1 + index;
          return [heading(plan, data.row, column) ?? title, data.row + 1, data.rows - 1, column, data.column];
        }),
      ]),
    );
    expect(planned.flat(2).filter((part) => Array.isArray(part)).length).toBeGreaterThan(planned.length);
    expect(found).toEqual(planned);
  },
);
