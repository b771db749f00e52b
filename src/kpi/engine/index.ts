export { KpiCalculator } from "./calculator";
export { createCalculator, createEngine } from "./createEngine";
