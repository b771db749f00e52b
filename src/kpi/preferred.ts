import type { Provenance } from "../sales/tables";
import type { KpiDefinition, Measure, Ratio } from "./definition";
import { measuresOf } from "./measures";

/**
 * The KPI as a source's data answers it: where the source invoices line by line, what prefers `invoice_lines` counts
 * those instead of order lines (kpi-semantics §4). The same object where nothing changes.
 */
export function overSource(
  kpi: KpiDefinition,
  { invoicesByLine }: Pick<Provenance, "invoicesByLine">,
): KpiDefinition {
  if (!invoicesByLine || !measuresOf(kpi).some(({ preferred }) => preferred)) return kpi;
  const { value } = kpi;
  if (value.kind !== "calculation") return { ...kpi, value: overLines(value) };
  const terms = value.terms.map((term) => ({ ...term, value: overLines(term.value) }));
  return { ...kpi, value: { ...value, terms } };
}

const overLines = (value: Measure | Ratio): Measure | Ratio =>
  value.kind === "ratio"
    ? { ...value, numerator: preferred(value.numerator), denominator: preferred(value.denominator) }
    : preferred(value);

const preferred = (measure: Measure): Measure =>
  measure.preferred ? { ...measure, table: measure.preferred } : measure;
