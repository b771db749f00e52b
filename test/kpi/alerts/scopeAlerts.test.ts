import type { ActionItem } from "../../../src/kpi/alerts/action";
import type { AlertHistory } from "../../../src/kpi/alerts/history";
import { scopeActions, scopeAlerts } from "../../../src/kpi/alerts/scopeAlerts";
import { type Standing, TIER_RULE } from "../../../src/kpi/alerts/standing";
import { scopeData } from "../../../src/kpi/scope/scopeData";
import { salesOf } from "../sales";
import { SMALL_COMPANY } from "../smallCompany";

const data = salesOf(SMALL_COMPANY, "2024-05-15");
const scope = { regions: ["Nord"] };

const cut = (() => {
  const scoped = scopeData(data, scope);
  if (!scoped.ok) throw new Error(scoped.failure.code);
  return { data, scope, scoped: scoped.value };
})();

const standing = (axis: Standing["axis"], member: string, rule = TIER_RULE): Standing => ({
  rule,
  kpi: "CA",
  axis,
  member,
  grain: "mois",
  period: "2024-05",
  tier: "alerte",
  value: 1,
  target: 2,
  due: 2,
  since: 1,
});

const EVERYONE = [
  standing("", ""),
  standing("region", "Nord"),
  standing("region", "Est"),
  standing("commercial", "Martin (s2)"),
  standing("client", "Alpha"),
  standing("client", "Gamma"),
  standing("produit", "32 FreshAir"),
  standing("produit", "32 FreshAir", "reclamations-produit"),
];

const history: AlertHistory = {
  dataDate: data.provenance.dataDate,
  refreshedAt: data.provenance.refreshedAt,
  standings: EVERYONE,
  log: EVERYONE.map(({ tier, since, ...seen }) => ({
    ...seen,
    from: null,
    to: tier,
    on: since,
    refreshedAt: data.provenance.refreshedAt,
  })),
};

test("a copy of one region keeps its own alerts and changes: no total, no product, nobody else", () => {
  const own = scopeAlerts(history, cut);
  if (!own.ok) throw new Error(own.failure.code);
  const members = ["Nord", "Alpha"];
  expect(own.value.standings.map(({ member }) => member)).toEqual(members);
  expect(own.value.log.map(({ member }) => member)).toEqual(members);
  expect(JSON.stringify(own.value)).not.toMatch(/Est|Gamma|s2|FreshAir/);
});

test("its action plan keeps the actions about its own members, whatever they say", () => {
  const action = (axis: string, member: string): ActionItem => ({
    id: member,
    kpi: "CA",
    axis,
    member,
    alert: "",
    decision: "=1+1",
    owner: "",
    due: null,
    state: "todo",
    createdOn: null,
    note: "",
  });
  const plan = [action("Région", "Nord"), action("region", "Est"), action("", ""), action("Client", "alpha")];
  const own = scopeActions(plan, cut);
  expect(own.ok && own.value.map(({ id }) => id)).toEqual(["Nord", "alpha"]);
});

test("a scope that nobody knows is refused", () => {
  expect(scopeAlerts(history, { ...cut, scope: { regions: ["Mars"] } })).toMatchObject({
    ok: false,
    failure: { code: "member-unknown" },
  });
});
