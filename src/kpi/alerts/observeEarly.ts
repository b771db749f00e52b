import { type EpochDay, formatIsoDay, parseIsoDay } from "../../sales/calendar";
import { type Result, success } from "../../sales/failure";
import { UNKNOWN_MEMBER } from "../dimensions";
import type { KpiSource } from "../source";
import type { Tier } from "../tier";
import { EARLY_RULES, type EarlyRule } from "./earlyRules";
import type { Observation } from "./standing";

/** Findings of the early rules; members without finding are left out. Fails as the source does. */
export async function observeEarly(
  source: KpiSource,
  rules: readonly EarlyRule[] = EARLY_RULES,
): Promise<Result<readonly Observation[]>> {
  const observations: Observation[] = [];
  for (const rule of rules) {
    const found = await observeRule(source, rule);
    if (!found.ok) return found;
    observations.push(...found.value);
  }
  return success(observations);
}

const days = (from: EpochDay, to: EpochDay): string => `${formatIsoDay(from)}..${formatIsoDay(to)}`;

/** Three questions: the months that have rows, the counts of the window, those of the time before. */
async function observeRule(source: KpiSource, rule: EarlyRule): Promise<Result<readonly Observation[]>> {
  const { dataDate } = source.provenance;
  const windowFrom = dataDate - rule.windowDays + 1;
  const wanted = windowFrom - rule.historyDays;
  const begins = await firstDayWithRows(source, rule, days(wanted, windowFrom - 1));
  if (!begins.ok) return begins;
  const from = Math.max(wanted, begins.value ?? windowFrom);
  const known = windowFrom - from;
  if (known < rule.leastHistoryDays) return success([]);

  const period = days(windowFrom, dataDate);
  const counts = await countsOf(source, rule, period);
  if (!counts.ok) return counts;
  const before = await countsOf(source, rule, days(from, windowFrom - 1));
  if (!before.ok) return before;
  return success(
    [...counts.value].flatMap(([member, count]): Observation[] => {
      const usual = ((before.value.get(member) ?? 0) * rule.windowDays) / known;
      const tier = earlyTier(rule, count, usual);
      if (!tier || member === UNKNOWN_MEMBER) return [];
      const { id, kpi, axis } = rule;
      return [
        {
          rule: id,
          kpi,
          axis,
          member,
          grain: "glissant",
          period,
          tier,
          value: count,
          target: null,
          due: usual,
        },
      ];
    }),
  );
}

/** The tier that a count deserves beside what is usual; undefined for one that chance explains. */
export function earlyTier(
  { minimum, factor, deviations, alertFactor }: EarlyRule,
  count: number,
  usual: number,
): Tier | undefined {
  const spread = Math.sqrt(Math.max(usual, 1));
  if (count < Math.max(minimum, factor * usual, usual + deviations * spread)) return undefined;
  return count >= alertFactor * Math.max(usual, 1) ? "alerte" : "anticipation";
}

async function firstDayWithRows(
  source: KpiSource,
  { kpi }: EarlyRule,
  period: string,
): Promise<Result<EpochDay | undefined>> {
  const months = await source.list({ kpi, axis: "mois", period, filters: [] });
  if (!months.ok) return months;
  const first = months.value.find(({ answer }) => Number(answer) > 0);
  return success(first && parseIsoDay(`${first.member}-01`));
}

async function countsOf(
  source: KpiSource,
  { kpi, axis }: EarlyRule,
  period: string,
): Promise<Result<ReadonlyMap<string, number>>> {
  const list = await source.list({ kpi, axis, period, filters: [] });
  return list.ok
    ? success(new Map(list.value.map(({ member, answer }) => [member, Number(answer ?? 0)])))
    : list;
}
