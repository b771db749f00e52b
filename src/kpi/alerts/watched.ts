import type { Target } from "../../sales/targets";
import { DIMENSION_IDS, type DimensionId, type KpiDefinition } from "../definition";
import { parseAxis } from "../dimensions";
import type { KpiRegistry } from "../registry";
import type { KpiSettings, TierThresholds } from "../settings";
import { WATCHED_GRAINS, type WatchedGrain } from "./standing";

export const AXIS_OF_TOTAL = "";

/** A KPI whose tiers are watched, over which periods, and split by what. */
export interface WatchedKpi {
  readonly kpi: KpiDefinition;
  readonly axes: readonly (DimensionId | typeof AXIS_OF_TOTAL)[];
  readonly grains: readonly WatchedGrain[];
}

const EVERY_GRAIN = Object.keys(WATCHED_GRAINS) as readonly WatchedGrain[];

/** One threshold cannot fit a month and a year: without a target it is taken for the month's. */
const GRAIN_OF_THRESHOLDS: readonly WatchedGrain[] = ["mois"];

/** The KPIs with a target or absolute thresholds, in the order of the registry. Targets nobody understands are none. */
export function watchedKpis(
  targets: readonly Target[],
  thresholds: KpiSettings["thresholds"],
  registry: KpiRegistry,
): readonly WatchedKpi[] {
  const axes = new Map<string, Set<WatchedKpi["axes"][number]>>();
  for (const target of targets) {
    const kpi = registry.find(target.kpi);
    const axis = axisOf(target);
    if (!kpi.ok || axis === undefined) continue;
    axes.set(kpi.value.id, (axes.get(kpi.value.id) ?? new Set()).add(axis));
  }
  return registry.all.flatMap((kpi): WatchedKpi[] => {
    const own = axes.get(kpi.id);
    const absolute = isAbsolute(thresholds[kpi.id]);
    if (!own && !absolute) return [];
    const split = new Set([...(absolute ? ([AXIS_OF_TOTAL] as const) : []), ...(own ?? [])]);
    return [{ kpi, axes: [...split], grains: own ? EVERY_GRAIN : GRAIN_OF_THRESHOLDS }];
  });
}

/** Undefined for a time grain, or for what is no axis. */
function axisOf({ dimension }: Target): WatchedKpi["axes"][number] | undefined {
  if (dimension.trim() === "") return AXIS_OF_TOTAL;
  const axis = parseAxis(dimension, DIMENSION_IDS);
  return axis.ok ? DIMENSION_IDS.find((id) => id === axis.value) : undefined;
}

const isAbsolute = ({ alertValue, anticipationValue }: TierThresholds = {}): boolean =>
  alertValue !== undefined || anticipationValue !== undefined;
