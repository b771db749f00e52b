export { KpiCalculator } from "./calculator";
export { createCalculator, createEngine, type EngineOptions } from "./createEngine";
export type { RefusedTarget } from "./targetBook";
