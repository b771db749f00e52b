export { KpiCalculator } from "./calculator";
export { createCalculator, createEngine, type KpiEngine } from "./createEngine";
