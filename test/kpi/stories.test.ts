import type { AlertHistory } from "../../src/kpi/alerts/history";
import { remember } from "../../src/kpi/alerts/history";
import type { Observation } from "../../src/kpi/alerts/standing";
import { defaultRegister } from "../../src/kpi/register/defaults";
import { stories } from "../../src/kpi/stories/stories";

const entries = defaultRegister("fr");
const seen = (
  axis: Observation["axis"],
  member: string,
  value: number,
  more: Partial<Observation> = {},
): Observation => ({
  rule: "strate",
  kpi: "CA",
  axis,
  member,
  grain: "annee",
  period: "2026",
  tier: "alerte",
  value,
  target: 1_000,
  due: 1_000,
  ...more,
});
/** Renard sells in the South, Petit in the North. */
const liesIn = (inner: { axis: string; member: string }, outer: { axis: string; member: string }) =>
  outer.axis === ""
    ? inner.axis !== ""
    : inner.axis === "commercial" &&
      outer.axis === "region" &&
      { Renard: "Sud", Petit: "Nord" }[inner.member] === outer.member;

const dayOf = (day: number) => ({ dataDate: day, refreshedAt: `r${day}` });
const historyOf = (observations: readonly Observation[], before?: AlertHistory, day = 1) =>
  remember(before, { observations, unsettled: [] }, dayOf(day));
const told = (history: AlertHistory, decider?: string) =>
  stories(history, { entries, liesIn, ...(decider !== undefined && { decider }) });

test("total, region, salesperson, month and year are one story, told where most of the gap is made", () => {
  const history = historyOf([
    seen("", "", 0, { value: 9_000, due: 10_000 }),
    seen("region", "Sud", 100),
    seen("region", "Sud", 100, { grain: "mois", period: "2026-11" }),
    seen("commercial", "Renard", 700),
    seen("commercial", "Petit", 600),
    seen("", "", 500, { kpi: "MARGE" }),
  ]);
  const [first, second, ...others] = told(history);
  expect([first!.head.member, first!.stake, first!.members.length]).toEqual(["Sud", 900, 4]);
  expect([second!.head.member, second!.stake, second!.members.length]).toEqual(["Petit", 400, 0]);
  expect(others).toEqual([]);
  expect(first!.decision).toMatch(/Réunir/);
});

test("every alert is in exactly one story", () => {
  const observations = [
    seen("region", "Sud", 100),
    seen("region", "Nord", 200),
    seen("commercial", "Renard", 50),
    seen("commercial", "Petit", 600),
    seen("", "", 20, { kpi: "VISITES" }),
  ];
  const all = told(historyOf(observations)).flatMap(({ head, members }) => [head, ...members]);
  expect(all).toHaveLength(observations.length);
  expect(new Set(all).size).toBe(observations.length);
});

test("a first refresh takes stock: Anticipation waits until it is news", () => {
  const amber = seen("region", "Sud", 900, { tier: "anticipation" });
  const first = historyOf([amber]);
  expect(told(first)).toEqual([]);
  const second = historyOf([amber, seen("region", "Nord", 100)], first, 2);
  expect(told(second).map(({ head, isNew }) => [head.member, isNew])).toEqual([
    ["Nord", true],
    ["Sud", false],
  ]);
  const worse = historyOf([seen("region", "Sud", 500), seen("region", "Nord", 100)], second, 3);
  expect(told(worse).map(({ head, isNew, isWorse }) => [head.member, isNew, isWorse])).toEqual([
    ["Sud", true, true],
    ["Nord", false, false],
  ]);
});

test("a KPI that nobody decides by tells nothing, and each person can ask for his own", () => {
  const history = historyOf([seen("region", "Sud", 100)]);
  const nobody = entries.map((entry) => ({ ...entry, user: "" }));
  expect(stories(history, { entries: nobody, liesIn })).toEqual([]);
  expect(told(history, "directeur commercial")).toHaveLength(1);
  expect(told(history, "Quelqu'un")).toEqual([]);
});
