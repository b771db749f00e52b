import { BALANCEAGEE, type KpiRegistry, type Query, TOPCLIENTS } from "../kpi";
import { asksForList, queryOf } from "./answers";
import type { FunctionDeclaration, FunctionInput } from "./declaration";
import { aspectFunctions } from "./declarations/aspects";
import { maj } from "./declarations/maj";
import { tableau } from "./declarations/tableau";

/** The subject of a call: one KPI over everything the call keeps, and by which axes its answer spills. */
export interface Subject {
  readonly query: Query;
  readonly rowAxis?: string;
  readonly columnAxis?: string;
  /** False where the call answers something else about the KPI: its target, its tier. */
  readonly isValue: boolean;
}

type SubjectOf = (input: FunctionInput) => Subject | undefined;

const whole = (kpi: string, { period, filters }: FunctionInput): Query => ({ kpi, period, filters });

/** Calls whose answer is not one KPI by one axis. */
const SPECIAL: Readonly<Record<string, SubjectOf>> = {
  [maj.id]: () => undefined,
  [tableau.id]: (input) => ({
    query: whole(input.kpi ?? "", input),
    ...(input.axis !== undefined && { rowAxis: input.axis }),
    ...(input.columns !== undefined && { columnAxis: input.columns }),
    isValue: true,
  }),
  [TOPCLIENTS.id]: (input) => ({ query: whole(TOPCLIENTS.of, input), rowAxis: "client", isValue: true }),
  [BALANCEAGEE.id]: (input) => {
    const query = queryOf(input, BALANCEAGEE.of);
    return asksForList(query)
      ? {
          query: whole(BALANCEAGEE.of, input),
          rowAxis: query.axis as string,
          columnAxis: "tranche",
          isValue: true,
        }
      : { query, rowAxis: "tranche", isValue: true };
  },
};

/** The subject of a call; undefined where no KPI is asked. */
export function subjectOf(
  declaration: FunctionDeclaration,
  input: FunctionInput,
  kpis: KpiRegistry,
): Subject | undefined {
  const special = SPECIAL[declaration.id];
  if (special) return special(input);
  const kpi = input.kpi ?? declaration.id;
  if (!kpis.find(kpi).ok) return undefined;
  const query = queryOf(input, kpi);
  const isValue = !aspectFunctions.includes(declaration);
  return asksForList(query)
    ? { query: whole(kpi, input), rowAxis: query.axis as string, isValue }
    : { query, isValue };
}
