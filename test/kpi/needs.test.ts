import { kpisNeeding } from "../../src/kpi/needs";
import { KPIS, KpiRegistry } from "../../src/kpi/registry";

test("a lost table names every KPI that reads it, a table of KPIs included", () => {
  expect(kpisNeeding("invoices")).toEqual(["ENCOURS", "ENCOURSECHU", "DSO", "BALANCEAGEE"]);
  expect(kpisNeeding("opportunities")).toEqual(["PIPE", "PIPEBRUT", "OPPORTUNITES", "TAUXSIGNATURE"]);
  expect(kpisNeeding("leads")).toEqual(["LEADSCHAUDS", "LEADSCREES"]);
  expect(kpisNeeding("campaigns")).toEqual(["TAUXOUVERTURE", "TAUXCLIC"]);
  expect(kpisNeeding("contacts_in")).toEqual(["ENTRANTS", "RECLAMATIONS"]);
});

test("a ratio over two tables is lost with either", () => {
  expect(kpisNeeding("visits")).toEqual(["VISITES", "RATIOVISITES"]);
  expect(kpisNeeding("order_lines")).toContain("RATIOVISITES");
});

test("a table that KPIs only split by loses none", () => {
  expect(kpisNeeding("customers")).toEqual([]);
  expect(kpisNeeding("points_of_sale")).toEqual([]);
});

test("a lost column names the KPIs that add, subtract, weigh, date or filter by it", () => {
  expect(kpisNeeding("order_lines", "cost")).toEqual(["MARGE", "TAUXMARGE"]);
  expect(kpisNeeding("opportunities", "probability")).toEqual(["PIPE"]);
  expect(kpisNeeding("opportunities", "closed_on")).toEqual(["TAUXSIGNATURE"]);
  expect(kpisNeeding("leads", "rating")).toEqual(["LEADSCHAUDS"]);
  expect(kpisNeeding("order_lines", "ordered_on")).toEqual(
    expect.arrayContaining(["NOUVEAUXCLIENTS", "CLIENTSPERDUS", "COMMANDES"]),
  );
});

test("a KPI registered later is named without a line written for it", () => {
  const registry = new KpiRegistry(KPIS.all, KPIS.tables);
  registry.add({ ...KPIS.all.find(({ id }) => id === "VISITES")!, id: "VISITESBIS" });
  expect(kpisNeeding("visits", undefined, registry)).toEqual(["VISITES", "RATIOVISITES", "VISITESBIS"]);
});
