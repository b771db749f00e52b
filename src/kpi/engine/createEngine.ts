import type { SalesData } from "../../sales/tables";
import type { Target } from "../../sales/targets";
import { KPIS, type KpiRegistry } from "../registry";
import { DEFAULT_SETTINGS, type KpiSettings } from "../settings";
import { type KpiSource, sourceOf } from "../source";
import { KpiCalculator } from "./calculator";
import type { RefusedTarget } from "./targetBook";

export interface EngineOptions {
  readonly targets?: readonly Target[];
  /** Default of each setting: DEFAULT_SETTINGS. */
  readonly settings?: Partial<KpiSettings>;
  /** Default: the product's KPIs. */
  readonly registry?: KpiRegistry;
}

/** A source that knows its targets. */
export interface KpiEngine extends KpiSource {
  /** Targets that answer nothing, each with its place in the list given. */
  readonly refusedTargets: readonly RefusedTarget[];
}

/** The engine without promises, for callers that ask ten thousand questions in one go. */
export const createCalculator = (
  data: SalesData,
  { targets = [], settings = {}, registry = KPIS }: EngineOptions = {},
): KpiCalculator => new KpiCalculator(data, targets, { ...DEFAULT_SETTINGS, ...settings }, registry);

/** The in-memory engine over one refresh's data. Creating it is cheap: each index is made when first needed. */
export function createEngine(data: SalesData, options: EngineOptions = {}): KpiEngine {
  const calculator = createCalculator(data, options);
  const { provenance, kpis, refusedTargets } = calculator;
  const source = sourceOf(provenance, async (requests) => calculator.answer(requests), kpis);
  return { ...source, refusedTargets };
}
