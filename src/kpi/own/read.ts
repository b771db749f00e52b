import { type CalculationNode, LONGEST_CALCULATION, parseCalculation, type TermNode } from "../../formula";
import { FailureError, failed, failure, type Result, success } from "../../sales/failure";
import type {
  Arithmetic,
  Calculation,
  CalculationTerm,
  DimensionId,
  KpiDefinition,
  MemberCondition,
} from "../definition";
import { isGrain, parseAxis } from "../dimensions";
import { isStock } from "../measures";
import { renumbered } from "./arithmetic";
import { addUp, type Kind, kindOf, kindWords, times } from "./kind";
import { filteredTerms } from "./terms";

/** Most terms of a calculation, those of the indicators that it names included. */
const MOST_TERMS = 50;

/** A calculation understood. */
export interface ReadCalculation {
  readonly calculation: Calculation;
  readonly dimensions: readonly DimensionId[];
  readonly kind: Kind;
}

/** The KPI that a term names; `at` is its place from 0. Throws FailureError. */
export type Named = (name: string, at: number) => KpiDefinition & { readonly kind?: Kind };

/** A part of a calculation: `number` is what it is without any term, `joins` how its terms are joined. */
interface Part {
  readonly arithmetic: Arithmetic;
  readonly kind: Kind | undefined;
  readonly number?: number;
  readonly joins: "sum" | "sum-and-number" | "other";
}

/**
 * Reads a calculation over KPIs. Fails with `calculation-too-long`, `calculation-syntax`, `calculation-dimension`,
 * `calculation-kinds`, `calculation-without-kpi`, or as `named` does; {position} counts from 1.
 */
export function readCalculation(text: string, named: Named): Result<ReadCalculation> {
  if (text.length > LONGEST_CALCULATION)
    return failed("calculation-too-long", { length: text.length, limit: LONGEST_CALCULATION });
  const parsed = parseCalculation(text);
  if (!parsed.ok) return failed("calculation-syntax", parsed.failure.params);
  try {
    return new Reading(text, named).read(parsed.value);
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure };
    throw error;
  }
}

class Reading {
  private readonly terms: CalculationTerm[] = [];
  private readonly kpis: KpiDefinition[] = [];

  constructor(
    private readonly text: string,
    private readonly named: Named,
  ) {}

  read(node: CalculationNode): Result<ReadCalculation> {
    const { arithmetic, kind, joins } = this.part(node);
    const { kpis, terms, text } = this;
    const [first] = kpis;
    if (!first || !kind) return failed("calculation-without-kpi");
    const dimensions = first.dimensions.filter((one) => kpis.every((kpi) => kpi.dimensions.includes(one)));
    const course = courseOf(joins, kpis);
    return success({
      calculation: { kind: "calculation", text, terms, arithmetic, course },
      dimensions,
      kind,
    });
  }

  private part(node: CalculationNode): Part {
    switch (node.kind) {
      case "number":
        return {
          arithmetic: node,
          kind: undefined,
          number: node.value,
          joins: node.value === 0 ? "sum" : "sum-and-number",
        };
      case "term":
        return this.term(node);
      case "operation":
        return this.joined(node, this.part(node.left), this.part(node.right));
    }
  }

  private term(node: TermNode): Part {
    const kpi = this.named(node.name, node.at);
    const filters = node.filters.map((filter) => readFilter(filter, kpi));
    const first = this.terms.length;
    const { terms, arithmetic } = filteredTerms(kpi, filters);
    this.terms.push(...terms);
    if (this.terms.length > MOST_TERMS)
      throw new FailureError(failure("calculation-too-many-terms", { limit: MOST_TERMS }));
    this.kpis.push(kpi);
    return { arithmetic: renumbered(arithmetic, first), kind: kpi.kind ?? kindOf(kpi.unit), joins: "sum" };
  }

  private joined(
    { operator, at }: Extract<CalculationNode, { kind: "operation" }>,
    left: Part,
    right: Part,
  ): Part {
    const arithmetic: Arithmetic = {
      kind: "operation",
      operator,
      left: left.arithmetic,
      right: right.arithmetic,
    };
    if (operator === "*" || operator === "/") {
      const isScaled = right.number !== undefined || (operator === "*" && left.number !== undefined);
      const scaled = right.number === undefined ? right : left;
      const areNumbers = left.number !== undefined && right.number !== undefined;
      return {
        arithmetic,
        kind: left.kind || right.kind ? times(left.kind, right.kind, operator === "*" ? 1 : -1) : undefined,
        ...(areNumbers && {
          number: operator === "*" ? left.number! * right.number! : left.number! / right.number!,
        }),
        joins: isScaled ? scaled.joins : "other",
      };
    }
    if (!addUp(left.kind, right.kind)) throw new FailureError(kindsDiffer(at, left.kind!, right.kind!));
    const number =
      left.number === undefined || right.number === undefined
        ? undefined
        : operator === "+"
          ? left.number + right.number
          : left.number - right.number;
    return {
      arithmetic,
      kind: left.kind ?? right.kind,
      ...(number !== undefined && { number }),
      joins: looser(left.joins, right.joins),
    };
  }
}

const LOOSENESS: readonly Part["joins"][] = ["sum", "sum-and-number", "other"];
const looser = (one: Part["joins"], other: Part["joins"]): Part["joins"] =>
  LOOSENESS[Math.max(LOOSENESS.indexOf(one), LOOSENESS.indexOf(other))]!;

/** A number added to a flow is none: each month would bring it anew. */
function courseOf(joins: Part["joins"], kpis: readonly KpiDefinition[]): Calculation["course"] {
  if (joins === "sum" && kpis.every(({ flow }) => flow)) return "flow";
  return kpis.every(isStock) ? "stock" : "rate";
}

function readFilter({ axis, at, members }: TermNode["filters"][number], kpi: KpiDefinition): MemberCondition {
  const found = parseAxis(axis, kpi.dimensions);
  if (found.ok && !isGrain(found.value) && kpi.dimensions.includes(found.value))
    return { axis: found.value, members: members.map(({ text }) => text) };
  throw new FailureError(
    failure("calculation-dimension", {
      position: at + 1,
      kpi: kpi.id,
      dimension: axis,
      possible: kpi.dimensions,
    }),
  );
}

function kindsDiffer(at: number, left: Kind, right: Kind) {
  const [one, other] = [kindWords(left), kindWords(right)];
  return failure("calculation-kinds", {
    position: at + 1,
    leftFr: one.fr,
    leftEn: one.en,
    rightFr: other.fr,
    rightEn: other.en,
  });
}
