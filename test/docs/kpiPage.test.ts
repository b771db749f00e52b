import { kpiPageIsCurrent } from "../../scripts/docs";
import { kpiPage } from "../../scripts/docs/kpiPage";
import { KPIS } from "../../src/kpi/registry";

describe("docs/kpi.md", () => {
  it("says what the code says today (npx tsx scripts/docs.ts writes it anew)", () => {
    expect(kpiPageIsCurrent()).toBe(true);
  });

  it("names every indicator with its meaning", () => {
    const page = kpiPage();
    for (const { id } of KPIS.all) expect(page).toMatch(new RegExp(`\\| ${id}[,|\\s]`));
    for (const { explanation } of KPIS.all) expect(page).toContain(explanation.fr);
  });
});
