import type {
  Arithmetic,
  CalculationTerm,
  KpiDefinition,
  Measure,
  MemberCondition,
  Ratio,
} from "../definition";

/** A KPI as the terms of a calculation, each with further filters: one for a built-in KPI, several for an own one. */
export function filteredTerms(
  { id, unit, value }: KpiDefinition,
  filters: readonly MemberCondition[],
): { readonly terms: readonly CalculationTerm[]; readonly arithmetic: Arithmetic } {
  if (value.kind !== "calculation")
    return {
      terms: [{ kpi: id, unit, filters, value: filtered(value, filters) }],
      arithmetic: { kind: "term", term: 0 },
    };
  const terms = value.terms.map((term) => ({
    ...term,
    filters: [...term.filters, ...filters],
    value: filtered(term.value, filters),
  }));
  return { terms, arithmetic: value.arithmetic };
}

function filtered(value: Measure | Ratio, filters: readonly MemberCondition[]): Measure | Ratio {
  if (filters.length === 0) return value;
  return value.kind === "ratio"
    ? { ...value, numerator: among(value.numerator, filters), denominator: among(value.denominator, filters) }
    : among(value, filters);
}

const among = <M extends Measure>(measure: M, filters: readonly MemberCondition[]): M => ({
  ...measure,
  among: [...(measure.among ?? []), ...filters],
});

/** A term as people read it: `CA (canal : web | phone)`. */
export const termName = ({ kpi, filters }: Pick<CalculationTerm, "kpi" | "filters">): string =>
  filters.length === 0
    ? kpi
    : `${kpi} (${filters.map(({ axis, members }) => `${axis} : ${members.join(" | ")}`).join(" ; ")})`;
