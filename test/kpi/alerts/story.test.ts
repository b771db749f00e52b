import { observeTiers } from "../../../src/kpi/alerts/observe";
import { observeEarly } from "../../../src/kpi/alerts/observeEarly";
import { createEngine } from "../../../src/kpi/engine";
import { firstDay, monthOfDay } from "../../../src/kpi/months";
import type { KpiSource } from "../../../src/kpi/source";
import { salesData } from "../../../src/sales/builder";
import { type EpochDay, formatIsoDay, parseIsoDay } from "../../../src/sales/calendar";
import type { SalesData } from "../../../src/sales/tables";
import type { Target } from "../../../src/sales/targets";
import { inTurn } from "../../support/runs";
import { asOf, demoData } from "./asOf";

const LAST = parseIsoDay("2026-11-23")!;
const STAR = "32 FreshAir";
/** The demo's complaints begin to rise four months before its end. */
const STORY_BEGINS = LAST - 122;
/** And its sales fall two months before it. */
const SALES_FALL = LAST - 61;
const WEEKS_WATCHED = 104;

let data: SalesData;
beforeAll(async () => {
  data = await demoData(LAST, 20_000);
}, 60_000);

const revenueIn = async (source: KpiSource, period: string): Promise<number> => {
  const found = await source.total({
    kpi: "CA",
    period,
    filters: [{ axis: "produit", member: STAR }],
  });
  if (!found.ok) throw new Error(found.failure.code);
  return Number(found.value);
};

/** What a director would set: each month what the same month brought a year before. */
async function starTargets(source: KpiSource): Promise<Target[]> {
  const month = (back: number) => formatIsoDay(firstDay(monthOfDay(LAST) - back)).slice(0, 7);
  return Promise.all(
    [-1, 0, 1, 2, 3, 4, 5, 6, 7].map(async (back) => ({
      kpi: "CA",
      dimension: "produit",
      member: STAR,
      period: month(back),
      value: await revenueIn(source, month(back + 12)),
    })),
  );
}

const mondays = (weeks: number): EpochDay[] =>
  Array.from({ length: weeks }, (_, week) => LAST - 7 * (weeks - 1 - week));

test("the star's complaints raise an alert in their first month, weeks before its revenue turns to Alerte", async () => {
  const targets = await starTargets(createEngine(data));
  const early: [day: string, tier: string, count: number, usual: number][] = [];
  const revenue: Record<string, [day: string, tier: string][]> = { mois: [], trimestre: [] };
  for (const day of mondays(30)) {
    const source = createEngine(asOf(data, day), { targets });
    const raised = await observeEarly(source);
    const tiers = await observeTiers(source, { targets });
    if (!raised.ok || !tiers.ok) throw new Error("source");
    for (const { member, tier, value, due } of raised.value)
      if (member === STAR) early.push([formatIsoDay(day), tier, Number(value), Number(due)]);
    for (const { grain, tier } of tiers.value.observations) revenue[grain]?.push([formatIsoDay(day), tier]);
  }
  const firstEarly = early[0]!;
  const firstRed = early.find(([, tier]) => tier === "alerte")!;
  const from = formatIsoDay(STORY_BEGINS);
  const turns = (grain: string) =>
    revenue[grain]!.find(([day, tier]) => day >= from && tier === "alerte")![0];
  console.info(
    `complaints rise from ${from}; early alert ${firstEarly.join(" ")}; Alerte ${firstRed.join(" ")}; sales fall ` +
      `from ${formatIsoDay(SALES_FALL)}; revenue in Alerte: month ${turns("mois")}, quarter ${turns("trimestre")}`,
  );
  const days = (later: string, earlier: string) => parseIsoDay(later)! - parseIsoDay(earlier)!;
  expect(days(firstEarly[0], from)).toBeGreaterThanOrEqual(0);
  expect(days(firstEarly[0], from)).toBeLessThanOrEqual(31);
  expect(days(firstRed[0], from)).toBeLessThanOrEqual(38);
  expect(days(formatIsoDay(SALES_FALL), firstEarly[0])).toBeGreaterThanOrEqual(28);
  expect(days(turns("mois"), firstEarly[0])).toBeGreaterThanOrEqual(21);
  expect(days(turns("trimestre"), firstEarly[0])).toBeGreaterThanOrEqual(21);
  // Once raised it does not go away while the complaints go on rising.
  expect(early.at(-1)![0]).toBe(formatIsoDay(LAST));
  expect(early).toHaveLength(1 + days(formatIsoDay(LAST), firstEarly[0]) / 7);
}, 120_000);

test("over 24 months of Mondays the rule raises next to nothing about the other products", async () => {
  const falseAlerts: string[] = [];
  for (const seed of [32, 7, 11]) {
    const whole = seed === 32 ? data : await demoData(LAST, 2_000, seed);
    const { contacts_in, products } = whole.tables;
    const company = salesData(whole.provenance, [contacts_in, products]);
    for (const day of inTurn(mondays(WEEKS_WATCHED))) {
      const raised = await observeEarly(createEngine(asOf(company, day)));
      if (!raised.ok) throw new Error(raised.failure.code);
      for (const { member, value, due } of raised.value)
        if (member !== STAR || day < STORY_BEGINS)
          falseAlerts.push(`${seed} ${formatIsoDay(day)} ${member} ${value} for ${due}`);
    }
  }
  console.info(
    `false early alerts in 3 companies over 24 months: ${falseAlerts.length} ${falseAlerts.join("; ")}`,
  );
  expect(falseAlerts.length).toBeLessThanOrEqual(3);
}, 300_000);
