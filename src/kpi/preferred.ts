import type { Provenance } from "../sales/tables";
import type { KpiDefinition, Measure } from "./definition";

/**
 * The KPI as a source's data answers it: where the source invoices line by line, what prefers `invoice_lines` counts
 * those instead of order lines (kpi-semantics §4). The same object where nothing changes.
 */
export function overSource(
  kpi: KpiDefinition,
  { invoicesByLine }: Pick<Provenance, "invoicesByLine">,
): KpiDefinition {
  const { value } = kpi;
  if (!invoicesByLine) return kpi;
  if (value.kind !== "ratio") return value.preferred ? { ...kpi, value: preferred(value) } : kpi;
  const { numerator, denominator } = value;
  if (!numerator.preferred && !denominator.preferred) return kpi;
  return {
    ...kpi,
    value: { ...value, numerator: preferred(numerator), denominator: preferred(denominator) },
  };
}

const preferred = (measure: Measure): Measure =>
  measure.preferred ? { ...measure, table: measure.preferred } : measure;
