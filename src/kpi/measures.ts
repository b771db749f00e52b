import type { KpiDefinition, Measure } from "./definition";
import { addsUp, divides } from "./own/arithmetic";

/** The measures a KPI is made of: one, a ratio's two, or those of a calculation's terms. */
export const measuresOf = ({ value }: Pick<KpiDefinition, "value">): readonly Measure[] => {
  if (value.kind === "calculation") return value.terms.flatMap(measuresOf);
  return value.kind === "ratio" ? [value.numerator, value.denominator] : [value];
};

/** True where the value stands at a moment (PIPE, ENCOURS): neither grows with time nor is a quotient. */
export const isStock = ({ flow, value }: Pick<KpiDefinition, "flow" | "value">): boolean =>
  value.kind === "calculation" ? value.course === "stock" : !flow && value.kind !== "ratio";

/** True where a value may be a quotient of sums, and so empty. */
export const isQuotient = ({ value }: Pick<KpiDefinition, "value">): boolean =>
  value.kind === "ratio" || (value.kind === "calculation" && divides(value));

/** True where the values of members add up to their whole's, but for members that share what is counted. */
export const isSum = ({ value }: Pick<KpiDefinition, "value">): boolean =>
  value.kind === "calculation" ? addsUp(value) : value.kind !== "ratio";

/** True where the value of a quarter is the sum of its months': flows, but for distinct customers. */
export const addsOverTime = (kpi: KpiDefinition): boolean =>
  kpi.flow &&
  measuresOf(kpi).every((measure) => measure.kind !== "distinct" || measure.addsOverTime === true);
