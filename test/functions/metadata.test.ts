import { functionCatalogue, functionsFile, namesOf } from "../../src/functions";
import type { KpiDefinition } from "../../src/kpi/definition";
import { KPIS } from "../../src/kpi/registry";

const catalogue = functionCatalogue(KPIS.all);

describe.each(["fr", "en"] as const)("functions.json in %s", (language) => {
  const { functions } = functionsFile(catalogue, language);

  it("declares every function under every name, and nothing else", () => {
    expect(functions.map(({ id }) => id)).toEqual(catalogue.declarations.flatMap(namesOf));
    expect(new Set(functions.map(({ id }) => id)).size).toBe(functions.length);
    for (const { id, name } of functions) expect(name).toBe(id);
  });

  it("has a function per KPI and all the others of the grammar", () => {
    const ids = new Set(functions.map(({ id }) => id));
    for (const { id } of KPIS.all) expect(ids).toContain(id);
    for (const { id } of KPIS.tables) expect(ids).toContain(id);
    for (const id of "TABLEAU OBJECTIF ATTEINTE EVOLUTION PROJECTION NIVEAU DETAIL EXPLIQUER MAJ".split(
      " ",
    )) {
      expect(ids).toContain(id);
    }
  });

  it("keeps to Microsoft's rules for names and texts", () => {
    for (const { id, name, description, parameters } of functions) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_.]*$/);
      if (id.length < 3)
        expect(namesOf(catalogue.byName.get(id)!).some((twin) => twin.length >= 3)).toBe(true);
      expect(description.length).toBeGreaterThan(10);
      expect(description.length).toBeLessThanOrEqual(512);
      for (const parameter of parameters) {
        expect(parameter.name).toMatch(/^[\p{L}_]{1,64}$/u);
        expect(parameter.description.length).toBeGreaterThan(10);
        expect(parameter.description.length).toBeLessThanOrEqual(512);
      }
    }
  });

  it("puts required parameters first and a repeating one last", () => {
    for (const { id, parameters } of functions) {
      const ranks = parameters.map(({ optional, repeating }) => (repeating ? 2 : optional ? 1 : 0));
      expect([id, ranks]).toEqual([id, [...ranks].sort()]);
      expect(ranks.filter((rank) => rank === 2).length).toBeLessThanOrEqual(1);
    }
  });

  it("gives the declared parameters of CA to its twin too", () => {
    const [ca, twin] = ["CA", "CHIFFREAFFAIRES"].map((id) => functions.find((entry) => entry.id === id)!);
    expect(twin?.parameters).toEqual(ca?.parameters);
    expect(ca?.result).toEqual({ type: "any", dimensionality: "matrix" });
    expect(ca?.parameters.map(({ optional, repeating }) => optional ?? repeating)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe("the catalogue", () => {
  const ca = KPIS.all[0]!;

  it("gains a function when a KPI is added", () => {
    const added: KpiDefinition = { ...ca, id: "QUANTITES", longName: undefined };
    expect(functionCatalogue([...KPIS.all, added]).byName.get("QUANTITES")?.description.fr).toContain(
      ca.label.fr,
    );
  });

  it.each([
    ["a duplicate", { ...ca }],
    ["a name taken by another function", { ...ca, id: "TABLEAU", longName: undefined }],
    ["a cell's address", { ...ca, id: "CA24", longName: undefined }],
    ["a short name without twin", { ...ca, id: "CB", longName: undefined }],
  ])("refuses %s at start", (_, definition) => {
    expect(() => functionCatalogue([...KPIS.all, definition])).toThrow();
  });
});
