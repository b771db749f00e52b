import { createCalculator } from "../../../src/kpi/engine";
import { type DataScope, resolveScope } from "../../../src/kpi/scope/resolve";
import { scopeData } from "../../../src/kpi/scope/scopeData";
import { scopeTargets, withTotals } from "../../../src/kpi/scope/scopeTargets";
import type { Target } from "../../../src/sales/targets";
import { salesOf } from "../sales";
import { DATA_DATE, SMALL_COMPANY } from "../smallCompany";

const data = salesOf(
  {
    ...SMALL_COMPANY,
    salespeople: [
      { id: "s1", name: "Martin", team: "A", region: "Sud" },
      { id: "s2", name: "Martin", team: "B", region: "Nord" },
      { id: "s3", name: "Petit", team: "A", region: "Nord" },
    ],
  },
  DATA_DATE,
);

const target = (dimension: string, member: string, value: number): Target => ({
  kpi: "CA",
  dimension,
  member,
  period: "2024",
  value,
});

const TARGETS = [
  target("", "", 1),
  target("Région", "nord", 2),
  target("region", "Sud", 3),
  target("commercial", "Martin (s1)", 4),
  target("salesperson", "Martin (s2)", 5),
  target("commercial", "Petit", 6),
  target("equipe", "A", 7),
  target("equipe", "B", 8),
  target("client", "Alpha", 9),
  target("client", "Gamma", 10),
  target("produit", "32 FreshAir", 11),
  target("secteur", "Santé", 12),
  target("point de vente", "Lille", 13),
  target("planète", "Mars", 14),
  target("commercial", "Inconnu", 15),
];

function targetsOf(scope: DataScope) {
  const [resolved, scoped] = [resolveScope(data, scope), scopeData(data, scope)];
  if (!resolved.ok || !scoped.ok) throw new Error("refused");
  return {
    resolved: resolved.value,
    scoped: scoped.value,
    own: scopeTargets(data, TARGETS, resolved.value, scoped.value),
  };
}

describe("the targets of a scope", () => {
  it("are those of its members, none of the total, of a product or of anyone else", () => {
    const values = (scope: DataScope) => targetsOf(scope).own.map(({ value }) => value);
    expect(values({ regions: ["Nord"] })).toEqual([2, 5, 6, 8, 9]);
    expect(values({ regions: ["Nord", "Sud"] })).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(values({ salespeople: ["s1"] })).toEqual([4]);
    expect(values({ regions: ["Ouest"] })).toEqual([13]);
  });

  it("call a member as the scope's data does", () => {
    const { own, scoped } = targetsOf({ salespeople: ["s1"] });
    expect(own).toEqual([{ ...target("commercial", "Martin", 4) }]);
    expect(createCalculator(scoped, { targets: own }).refusedTargets).toEqual([]);
  });

  it("stand for the total too where the scope is one member", () => {
    const sole = targetsOf({ regions: ["Nord"] });
    const targets = withTotals(sole.own, sole.resolved);
    expect(targets[0]).toEqual(target("", "", 2));
    expect(targets.slice(1)).toEqual(sole.own);
    const engine = createCalculator(sole.scoped, { targets });
    const asked = { kpi: "CA", aspect: "target", period: "2024", filters: [] } as const;
    expect(engine.total(asked)).toEqual({ ok: true, value: 2 });
    const both = targetsOf({ regions: ["Nord", "Sud"] });
    expect(withTotals(both.own, both.resolved)).toEqual(both.own);
    const person = targetsOf({ salespeople: ["s1"] });
    expect(withTotals(person.own, person.resolved)[0]).toEqual(target("", "", 4));
  });
});
