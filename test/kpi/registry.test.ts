import { functionCatalogue } from "../../src/functions";
import type { KpiDefinition } from "../../src/kpi/definition";
import { parseAxis } from "../../src/kpi/dimensions";
import { createCalculator } from "../../src/kpi/engine";
import { measuresOf } from "../../src/kpi/measures";
import { KPIS, KpiRegistry, RESERVED_NAMES } from "../../src/kpi/registry";
import { TABLES } from "../../src/sales/schema";
import { salesOf } from "./sales";

const QUANTITY: KpiDefinition = {
  id: "PIECES",
  family: "orders",
  label: { fr: "Quantité", en: "Quantity" },
  explanation: { fr: "Somme des quantités.", en: "Sum of the quantities." },
  unit: "count",
  better: "high",
  value: { kind: "sum", table: "order_lines", date: "ordered_on", column: "quantity" },
  flow: true,
  dimensions: ["produit"],
};

describe("the registry", () => {
  test("holds every KPI of the reference", () => {
    const reference =
      "CA MARGE TAUXMARGE QUANTITE CLIENTSACTIFS NOUVEAUXCLIENTS CLIENTSPERDUS VISITES RATIOVISITES MONTANTCOMMANDES COMMANDES PANIERMOYEN PIPE PIPEBRUT OPPORTUNITES LEADSCHAUDS TAUXSIGNATURE ENCOURS ENCOURSECHU DSO TAUXOUVERTURE TAUXCLIC PANIERWEB ENTRANTS RECLAMATIONS LEADSCREES";
    expect(KPIS.all.map(({ id }) => id)).toEqual(reference.split(" "));
    expect(KPIS.tables.map(({ id }) => id)).toEqual(["TOPCLIENTS", "BALANCEAGEE"]);
  });

  test("says of every KPI what its row of the register starts with, and gives one place in Matinée to one KPI", () => {
    expect(KPIS.all.filter(({ register }) => register === undefined)).toEqual([]);
    const places = KPIS.all.flatMap(({ register }) => register?.shownAt ?? []).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_, index) => index + 1));
    expect(places.length).toBeGreaterThan(0);
  });

  test("counts orders by one measure wherever they divide something", () => {
    const orders = measuresOf(KPIS.all.find(({ id }) => id === "COMMANDES")!)[0];
    for (const id of ["PANIERMOYEN", "RATIOVISITES"])
      expect(measuresOf(KPIS.all.find((kpi) => kpi.id === id)!)).toContain(orders);
  });

  test("reserves the names of the functions that are no KPI, and no others", () => {
    const ofKpis = new Set([
      ...KPIS.all.flatMap(({ id, longName }) => [id, longName]),
      ...KPIS.tables.map(({ id }) => id),
    ]);
    const others = [...functionCatalogue(KPIS.all).byName.keys()].filter((name) => !ofKpis.has(name));
    expect(others.sort()).toEqual([...RESERVED_NAMES].sort());
  });

  test("finds a KPI by its id or long name, whatever the case", () => {
    expect(KPIS.find("ca")).toMatchObject({ value: { id: "CA" } });
    expect(KPIS.find(" ChiffreAffaires ")).toMatchObject({ value: { id: "CA" } });
  });

  test("names the nearest KPI of one it does not know", () =>
    expect(KPIS.find("COMANDES")).toMatchObject({
      failure: { code: "kpi-unknown", params: { kpi: "COMANDES", nearest: "COMMANDES" } },
    }));

  test.each([
    ["a duplicate", { id: "CA" }, /twice/],
    ["a duplicate long name", { longName: "CHIFFREAFFAIRES" }, /twice/],
    ["the name of a table KPI", { id: "TOPCLIENTS" }, /twice/],
    ["a reserved word", { id: "NIVEAU" }, /reserved/],
    ["a lower-case name", { id: "Quantite" }, /capitals/],
    ["a name with a dot", { id: "A.B" }, /capitals/],
    ["a short name without long one", { id: "QT" }, /long name/],
    ["a dimension its table has not", { dimensions: ["etape"] as const }, /no dimension etape/],
  ])("refuses %s", (_, change, reason) => {
    const registry = new KpiRegistry(KPIS.all, KPIS.tables);
    expect(() => registry.add({ ...QUANTITY, ...change })).toThrow(reason);
    expect(registry.all).toHaveLength(KPIS.all.length);
  });

  test("a KPI added at run time answers at once", () => {
    const registry = new KpiRegistry(KPIS.all);
    const rows = [1, 2.5, -0.3].map((quantity, index) => ({
      id: `l${index}`,
      order_id: "o",
      ordered_on: "2024-01-02",
      customer_id: "c",
      salesperson_id: "s",
      product_id: "p",
      channel: "web",
      quantity,
      revenue: 1,
    }));
    const engine = createCalculator(
      salesOf({ products: [{ id: "p", name: "Split" }], order_lines: rows }, "2024-05-15"),
      {
        registry,
      },
    );
    expect(engine.total({ kpi: "PIECES", filters: [] }).ok).toBe(false);
    registry.add(QUANTITY);
    expect(engine.list({ kpi: "pieces", axis: "produit", period: "2024", filters: [] })).toEqual({
      ok: true,
      value: [{ axis: "produit", member: "Split", answer: 3.2 }],
    });
  });

  test("every declared column exists in its table", () => {
    for (const kpi of KPIS.all)
      for (const measure of measuresOf(kpi)) {
        const names = TABLES[measure.table].columns.map(({ name }) => name);
        const used = measure.kind === "count" ? [] : [measure.column];
        for (const column of [...used, ...(measure.where ?? []).map((condition) => condition.column)])
          expect(names).toContain(column);
      }
  });
});

describe("an axis is named as people say it", () => {
  test.each([
    ["Région", "region"],
    ["REGIONS", "region"],
    ["sector", "secteur"],
    ["salesperson", "commercial"],
    ["Commerciaux", "commercial"],
    ["équipe", "equipe"],
    ["team", "equipe"],
    ["customers", "client"],
    ["product", "produit"],
    ["Point-de-vente", "point de vente"],
    ["points de vente", "point de vente"],
    ["point of sale", "point de vente"],
    ["channel", "canal"],
    ["stage", "etape"],
    ["day", "jour"],
    ["week", "semaine"],
    ["MOIS", "mois"],
    ["quarter", "trimestre"],
    ["Année", "annee"],
  ])("%p is %p", (name, axis) => expect(parseAxis(name)).toEqual({ ok: true, value: axis }));

  test("an unknown one is refused with those that exist", () =>
    expect(parseAxis("planète")).toMatchObject({
      failure: { code: "dimension-unknown", params: { dimension: "planète" } },
    }));
});
