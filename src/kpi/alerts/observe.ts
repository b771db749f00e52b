import { type FailureCode, type Result, success } from "../../sales/failure";
import type { Target } from "../../sales/targets";
import { elapsedShare } from "../elapsed";
import { unitLabel, unitOf } from "../grain";
import { DEFAULT_SETTINGS, type KpiSettings } from "../settings";
import type { Answer, Aspect, KpiSource } from "../source";
import type { Tier } from "../tier";
import { type Observation, TIER_RULE, WATCHED_GRAINS, type WatchedGrain } from "./standing";
import { AXIS_OF_TOTAL, type WatchedKpi, watchedKpis } from "./watched";

/** In the first tenth of a period a single order decides: its tiers are not believed yet. */
export const LEAST_SHARE = 0.1;

export interface WatchOptions {
  readonly targets: readonly Target[];
  /** Default of each setting: DEFAULT_SETTINGS. */
  readonly settings?: Partial<KpiSettings>;
}

/** The tiers of one moment. */
export interface Observed {
  readonly observations: readonly Observation[];
  /** Periods that have just begun: what stood before them stands until they are a tenth old. */
  readonly unsettled: readonly WatchedGrain[];
}

/** A KPI that cannot be answered says so in its cells, and strands no other. */
const UNANSWERED: ReadonlySet<FailureCode> = new Set(["kpi-unavailable", "calculation-member-unknown"]);

/** One period in progress. */
interface Period {
  readonly grain: WatchedGrain;
  readonly asked: string;
  readonly label: string;
  /** The share of its days that are over. */
  readonly elapsed: number;
}

/**
 * The tier of every KPI that has a target (in total and for each member with a target) or absolute thresholds (in
 * total, for the month), over the month, quarter and year in progress. Asks the source at most four questions for
 * each KPI, axis and period. Fails as the source does.
 */
export async function observeTiers(source: KpiSource, options: WatchOptions): Promise<Result<Observed>> {
  const { targets } = options;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const periods = periodsOf(source, settings);
  const settled = periods.filter(({ elapsed }) => elapsed >= LEAST_SHARE);
  const observations: Observation[] = [];
  for (const watched of watchedKpis(targets, settings.thresholds, source.kpis)) {
    for (const period of settled.filter(({ grain }) => watched.grains.includes(grain))) {
      for (const axis of watched.axes) {
        const found =
          axis === AXIS_OF_TOTAL
            ? await observeTotal(source, watched, period)
            : await observeMembers(source, watched, axis, period);
        if (!found.ok && UNANSWERED.has(found.failure.code)) continue;
        if (!found.ok) return found;
        observations.push(...found.value);
      }
    }
  }
  const unsettled = periods.filter((period) => !settled.includes(period)).map(({ grain }) => grain);
  return success({ observations, unsettled });
}

function periodsOf(
  { provenance: { dataDate } }: KpiSource,
  { fiscalFirstMonth }: KpiSettings,
): readonly Period[] {
  return Object.entries(WATCHED_GRAINS).map(([name, asked]) => {
    const grain = name as WatchedGrain;
    return {
      grain,
      asked,
      label: unitLabel(grain, dataDate, fiscalFirstMonth),
      elapsed: elapsedShare(unitOf(grain, dataDate, fiscalFirstMonth), dataDate),
    };
  });
}

async function observeTotal(
  source: KpiSource,
  watched: WatchedKpi,
  period: Period,
): Promise<Result<readonly Observation[]>> {
  const answers: Answer[] = [];
  for (const aspect of ["tier", "value", "target", "due"] as const) {
    const answer = await source.total({ kpi: watched.kpi.id, aspect, period: period.asked, filters: [] });
    if (!answer.ok) return answer;
    if (aspect === "tier" && answer.value === null) return success([]);
    answers.push(answer.value);
  }
  const [tier = null, value = null, target = null, due = null] = answers;
  return success([
    observation(watched, period, { axis: AXIS_OF_TOTAL, member: "", tier, value, target, due }),
  ]);
}

/** Members with a target of their own: absolute thresholds alone say nothing of a single member. */
async function observeMembers(
  source: KpiSource,
  watched: WatchedKpi,
  axis: Exclude<WatchedKpi["axes"][number], "">,
  period: Period,
): Promise<Result<readonly Observation[]>> {
  const asked: Partial<Record<Aspect, ReadonlyMap<string, Answer>>> = {};
  for (const aspect of ["target", "tier", "value", "due"] as const) {
    const list = await source.list({ kpi: watched.kpi.id, axis, aspect, period: period.asked, filters: [] });
    if (!list.ok) return list;
    const answers = new Map(list.value.map(({ member, answer }) => [member, answer]));
    if (aspect === "target" && [...answers.values()].every((target) => target === null)) return success([]);
    asked[aspect] = answers;
  }
  const answer = (aspect: Aspect, member: string): Answer => asked[aspect]?.get(member) ?? null;
  return success(
    [...(asked.target?.keys() ?? [])]
      .filter((member) => answer("target", member) !== null && answer("tier", member) !== null)
      .map((member) =>
        observation(watched, period, {
          axis,
          member,
          tier: answer("tier", member),
          value: answer("value", member),
          target: answer("target", member),
          due: answer("due", member),
        }),
      ),
  );
}

function observation(
  { kpi }: WatchedKpi,
  { grain, label }: Period,
  found: Pick<Observation, "axis" | "member"> & Readonly<Record<"tier" | "value" | "target" | "due", Answer>>,
): Observation {
  return {
    rule: TIER_RULE,
    kpi: kpi.id,
    axis: found.axis,
    member: found.member,
    grain,
    period: label,
    tier: found.tier as Tier,
    value: found.value as number | null,
    target: found.target as number | null,
    due: found.due as number | null,
    ...(kpi.value.kind === "calculation" && {
      face: { label: kpi.label, explanation: kpi.explanation, unit: kpi.unit, better: kpi.better },
    }),
  };
}
