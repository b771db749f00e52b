import { createCalculator } from "../../src/kpi/engine";
import type { SalesData } from "../../src/sales/tables";

/** A KPI, its period, the number that a person reckons, and the member it is of. */
export type Reckoned = readonly [
  kpi: string,
  period: string | undefined,
  value: number,
  axis?: string,
  member?: string,
];

/** Fails unless every KPI is the number that was reckoned, to a hundredth of a cent. */
export function expectKpis(data: SalesData, expected: readonly Reckoned[]): void {
  const calculator = createCalculator(data);
  for (const [kpi, period, value, axis, member] of expected) {
    const filters = axis !== undefined && member !== undefined ? [{ axis, member }] : [];
    const answer = calculator.total({ kpi, ...(period !== undefined && { period }), filters });
    const told = answer.ok ? Number(answer.value).toFixed(4) : answer;
    expect({ kpi, period, axis, member, told }).toEqual({
      kpi,
      period,
      axis,
      member,
      told: value.toFixed(4),
    });
  }
}
