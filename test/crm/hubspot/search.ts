interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
}
type Question = Record<string, unknown>;

const groupsOf = (question: Question) =>
  (question.filterGroups as { filters: readonly Filter[] }[] | undefined) ?? [];

/** Why HubSpot would refuse a search: its documented limits and operators. */
export function searchProblem(question: Question): string | undefined {
  const groups = groupsOf(question);
  const filters = groups.flatMap((group) => group.filters);
  const limit = (question.limit as number | undefined) ?? 10;
  if (!(limit >= 1 && limit <= 200)) return "LIMIT";
  if (Number(question.after ?? 0) + limit > 10_000) return "BEYOND_10000";
  if (groups.length > 5 || filters.length > 18 || groups.some((group) => group.filters.length > 6))
    return "FILTERS";
  if ("associations" in question) return "ASSOCIATIONS";
  return filters.some((filter) => !(filter.operator in OPERATORS)) ? "OPERATOR" : undefined;
}

/** Whether a record is found: by any group of which it meets all filters. */
export function matches(question: Question, values: Readonly<Record<string, string | null>>): boolean {
  const groups = groupsOf(question);
  return (
    groups.length === 0 ||
    groups.some(({ filters }) =>
      filters.every((filter) =>
        OPERATORS[filter.operator as keyof typeof OPERATORS](values[filter.propertyName] ?? null, filter),
      ),
    )
  );
}

type Test = (held: string | null, filter: Filter) => boolean;

const numeric = (text: string): number => (text.includes("T") ? Date.parse(text) : Number(text));

const OPERATORS: Readonly<Record<"EQ" | "GT" | "GTE" | "IN" | "NOT_HAS_PROPERTY", Test>> = {
  EQ: (held, { value }) => held !== null && held === value,
  GT: (held, { value = "" }) => held !== null && numeric(held) > numeric(value),
  GTE: (held, { value = "" }) => held !== null && numeric(held) >= numeric(value),
  IN: (held, { values = [] }) => held !== null && values.includes(held),
  NOT_HAS_PROPERTY: (held) => held === null || held === "",
};
