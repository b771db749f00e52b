import { attentionOf, pauseOf, seenBy, stillNeeded, withAttention } from "../../../src/kpi/alerts/attention";
import { compareStandings } from "../../../src/kpi/alerts/changes";
import {
  type AlertHistory,
  lastMonday,
  MOST_CHANGES,
  MOST_STANDINGS,
  openAlerts,
  remember,
  sinceLastMonday,
  sinceLastRefresh,
} from "../../../src/kpi/alerts/history";
import type { Observed } from "../../../src/kpi/alerts/observe";
import { type Observation, TIER_RULE } from "../../../src/kpi/alerts/standing";
import { parseIsoDay } from "../../../src/sales/calendar";

const day = (text: string) => parseIsoDay(text)!;
const at = (text: string) => ({ dataDate: day(text), refreshedAt: `${text}T08:30:00Z` });

const seen = (tier: Observation["tier"], more: Partial<Observation> = {}): Observation => ({
  rule: TIER_RULE,
  kpi: "CA",
  axis: "region",
  member: "Nord",
  grain: "mois",
  period: "2026-11",
  tier,
  value: 80,
  target: 200,
  due: 100,
  ...more,
});

const observed = (...observations: Observation[]): Observed => ({ observations, unsettled: [] });

/** Refreshes one after the other. */
const story = (...days: readonly (readonly [string, ...Observation[]])[]): AlertHistory =>
  days.reduce<AlertHistory | undefined>(
    (history, [on, ...found]) => remember(history, observed(...found), at(on)),
    undefined,
  )!;

const steps = (changes: readonly { from: unknown; to: unknown; member: string }[]) =>
  changes.map(({ member, from, to }) => `${member} ${from} ${to}`);

describe("standings from one refresh to the next", () => {
  test("a first refresh changes nothing, and what it finds begins there", () => {
    const history = story(["2026-11-10", seen("alerte")]);
    expect(sinceLastRefresh(history)).toEqual([]);
    expect(openAlerts(history).map(({ since }) => since)).toEqual([day("2026-11-10")]);
  });

  test("a tier keeps its day of first sight until it changes", () => {
    const history = story(
      ["2026-11-10", seen("alerte")],
      ["2026-11-11", seen("alerte", { value: 70 })],
      ["2026-11-12", seen("anticipation")],
    );
    expect(history.standings.map(({ tier, since }) => [tier, since])).toEqual([
      ["anticipation", day("2026-11-12")],
    ]);
    expect(steps(sinceLastRefresh(history))).toEqual(["Nord alerte anticipation"]);
  });

  test("refreshed again the same day, the changes are those of the last refresh alone", () => {
    const first = story(["2026-11-10", seen("equilibre")], ["2026-11-12", seen("alerte")]);
    const again = remember(first, observed(seen("alerte")), {
      dataDate: day("2026-11-12"),
      refreshedAt: "2026-11-12T11:00:00Z",
    });
    expect(steps(sinceLastRefresh(first))).toEqual(["Nord equilibre alerte"]);
    expect(sinceLastRefresh(again)).toEqual([]);
    expect(again.standings[0]!.since).toBe(day("2026-11-12"));
  });

  test("a new member in Alerte is told, a calm one is not; a target that vanished is told where it was an alert", () => {
    const history = story(
      ["2026-11-10", seen("alerte"), seen("equilibre", { member: "Sud" })],
      ["2026-11-11", seen("alerte", { member: "Est" }), seen("equilibre", { member: "Ouest" })],
    );
    expect(steps(sinceLastRefresh(history)).sort()).toEqual(["Est null alerte", "Nord alerte null"]);
    expect(openAlerts(history).map(({ member }) => member)).toEqual(["Est"]);
  });

  test("a new period begins anew, and only a tier that differs is a change", () => {
    const next = (tier: Observation["tier"], member: string) => seen(tier, { period: "2026-12", member });
    const history = story(
      ["2026-11-30", seen("alerte"), seen("alerte", { member: "Sud" })],
      ["2026-12-05", next("alerte", "Nord"), next("equilibre", "Sud")],
    );
    expect(steps(sinceLastRefresh(history))).toEqual(["Sud alerte equilibre"]);
    expect(openAlerts(history).map(({ member, since }) => [member, since])).toEqual([
      ["Nord", day("2026-12-05")],
    ]);
  });

  test("while a new month is too young, the last month's tiers stand", () => {
    const { standings, changes } = compareStandings(
      [{ ...seen("alerte"), since: 1 }],
      { observations: [], unsettled: ["mois"] },
      at("2026-12-02"),
    );
    expect(standings).toEqual([{ ...seen("alerte"), since: 1 }]);
    expect(changes).toEqual([]);
  });

  test("an early alert slides on without beginning anew, and ends calm", () => {
    const early = (tier: Observation["tier"], period: string) =>
      seen(tier, { rule: "reclamations-produit", grain: "glissant", period });
    const history = story(
      ["2026-11-10"],
      ["2026-11-11", early("anticipation", "a")],
      ["2026-11-12", early("anticipation", "b")],
    );
    expect(history.standings[0]!.since).toBe(day("2026-11-11"));
    expect(steps(history.log)).toEqual(["Nord equilibre anticipation"]);
    const over = remember(history, observed(), at("2026-11-13"));
    expect(steps(sinceLastRefresh(over))).toEqual(["Nord anticipation equilibre"]);
    expect(over.standings).toEqual([]);
  });
});

describe("since last Monday", () => {
  test("is the Monday before the data date; a Monday looks back a week", () => {
    expect(lastMonday(day("2026-11-25"))).toBe(day("2026-11-23"));
    expect(lastMonday(day("2026-11-23"))).toBe(day("2026-11-16"));
    expect(lastMonday(day("2026-11-22"))).toBe(day("2026-11-16"));
  });

  test("several steps are one change, and what came back is none", () => {
    const sud = { member: "Sud" };
    const history = story(
      ["2026-11-20", seen("equilibre"), seen("equilibre", sud)],
      ["2026-11-23", seen("anticipation"), seen("alerte", sud)],
      ["2026-11-24", seen("alerte"), seen("anticipation", sud)],
      ["2026-11-25", seen("alerte"), seen("equilibre", sud)],
    );
    expect(steps(sinceLastMonday(history))).toEqual(["Nord equilibre alerte"]);
    expect(steps(sinceLastRefresh(history))).toEqual(["Sud anticipation equilibre"]);
  });
});

describe("urgency", () => {
  test("Alerte first, early ones before all, then what just worsened, then the most money", () => {
    const calm = ["A", "B", "C", "D"].map((member) => seen("equilibre", { member }));
    const before = [
      calm[0]!,
      seen("alerte", { member: "B", value: 10 }),
      seen("alerte", { member: "C", value: 60 }),
      seen("anticipation", { member: "D", value: 0 }),
    ];
    const now = [seen("alerte", { member: "A", value: 70 }), ...before.slice(1)];
    const early = seen("alerte", { rule: "reclamations-produit", member: "E", kpi: "RECLAMATIONS" });
    const history = story(["2026-11-10", ...before, early], ["2026-11-11", ...now, early]);
    expect(openAlerts(history).map(({ member }) => member)).toEqual(["E", "A", "B", "C", "D"]);
  });
});

describe("what is kept is bounded", () => {
  test("standings: the calm go first; changes: the oldest, and those of more than five weeks ago", () => {
    const many = (tier: Observation["tier"], count: number) =>
      Array.from({ length: count }, (_, index) => seen(tier, { member: `${tier} ${index}` }));
    const history = story(
      ["2026-11-10", ...many("equilibre", MOST_STANDINGS)],
      ["2026-11-11", ...many("equilibre", MOST_STANDINGS), ...many("alerte", MOST_CHANGES + 9)],
    );
    expect(history.standings).toHaveLength(MOST_STANDINGS);
    expect(openAlerts(history)).toHaveLength(MOST_CHANGES + 9);
    expect(history.log).toHaveLength(MOST_CHANGES);
    expect(remember(history, observed(...history.standings), at("2026-12-20")).log).toEqual([]);
  });
});

describe("seen and paused", () => {
  const signature = { by: "Ana", at: "2026-11-23T08:31:00Z" };
  const alert = { ...seen("anticipation"), since: 1 };

  test("seen holds for the tier and the period that were seen", () => {
    const { tier, period } = alert;
    const list = withAttention([], alert, { seen: { ...signature, tier, period } });
    expect(seenBy(list, alert)?.by).toBe("Ana");
    expect(seenBy(list, { ...alert, tier: "alerte" })).toBeUndefined();
    expect(seenBy(list, { ...alert, period: "2026-12" })).toBeUndefined();
  });

  test("a pause ends on its day, or when the alert gets worse, or when it is taken back", () => {
    const paused = (until: number | "worse") =>
      withAttention([], alert, { pause: { ...signature, until, tier: alert.tier } });
    expect(pauseOf(paused(100), alert, 99)).toBeDefined();
    expect(pauseOf(paused(100), alert, 100)).toBeUndefined();
    expect(pauseOf(paused("worse"), alert, 999)).toBeDefined();
    expect(pauseOf(paused("worse"), { ...alert, tier: "alerte" }, 999)).toBeUndefined();
    expect(pauseOf(withAttention(paused("worse"), alert, { pause: undefined }), alert, 1)).toBeUndefined();
  });

  test("one thing done keeps the other, and both go once the alert is calm", () => {
    const { tier, period } = alert;
    const both = withAttention(withAttention([], alert, { seen: { ...signature, tier, period } }), alert, {
      pause: { ...signature, until: "worse", tier },
    });
    expect(attentionOf(both, alert)?.seen?.by).toBe("Ana");
    expect(stillNeeded(both, story(["2026-11-10", seen("anticipation")]))).toHaveLength(1);
    expect(stillNeeded(both, story(["2026-11-10", seen("equilibre")]))).toEqual([]);
  });
});
