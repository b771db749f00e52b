import type { ArithmeticOperator } from "../../formula";
import type { Arithmetic, Calculation, CalculationTerm } from "../definition";

const OPERATIONS: Readonly<Record<ArithmeticOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

/**
 * The result over terms already counted. Null where a term is, where 0 divides, and, of a share (`isShare`), where a
 * whole that is not positive does.
 */
export function computed(
  arithmetic: Arithmetic,
  isShare: boolean,
  figureOf: (term: number) => number | null,
): number | null {
  if (arithmetic.kind === "number") return arithmetic.value;
  if (arithmetic.kind === "term") return figureOf(arithmetic.term);
  const left = computed(arithmetic.left, isShare, figureOf);
  const right = computed(arithmetic.right, isShare, figureOf);
  if (left === null || right === null) return null;
  if (arithmetic.operator === "/" && (right === 0 || (isShare && right < 0))) return null;
  const value = OPERATIONS[arithmetic.operator](left, right);
  return Number.isFinite(value) ? value : null;
}

/** The same arithmetic, its terms counted from `first` on. */
export function renumbered(arithmetic: Arithmetic, first: number): Arithmetic {
  if (arithmetic.kind === "number") return arithmetic;
  if (arithmetic.kind === "term") return { kind: "term", term: arithmetic.term + first };
  const { operator, left, right } = arithmetic;
  return { kind: "operation", operator, left: renumbered(left, first), right: renumbered(right, first) };
}

/**
 * The two sides of a calculation that is one division of sums, whose parts members add up to; undefined for any other.
 */
export function sidesOf(
  calculation: Calculation,
): { readonly above: Calculation; readonly under: Calculation } | undefined {
  const { arithmetic, terms } = calculation;
  if (arithmetic.kind !== "operation" || arithmetic.operator !== "/") return undefined;
  const { left, right } = arithmetic;
  if (![left, right].every((side) => isSum(side, terms))) return undefined;
  return { above: { ...calculation, arithmetic: left }, under: { ...calculation, arithmetic: right } };
}

/** True for sums and multiples of terms that are no ratios. */
export const addsUp = ({ arithmetic, terms }: Calculation): boolean => isSum(arithmetic, terms);

/** True where something that may be 0 divides. */
export const divides = ({ arithmetic, terms }: Calculation): boolean =>
  terms.some(({ value }) => value.kind === "ratio") || dividesByTerm(arithmetic);

const dividesByTerm = (arithmetic: Arithmetic): boolean =>
  arithmetic.kind === "operation" &&
  ((arithmetic.operator === "/" && (arithmetic.right.kind !== "number" || arithmetic.right.value === 0)) ||
    dividesByTerm(arithmetic.left) ||
    dividesByTerm(arithmetic.right));

function isSum(arithmetic: Arithmetic, terms: readonly CalculationTerm[]): boolean {
  if (arithmetic.kind === "number") return false;
  if (arithmetic.kind === "term") return terms[arithmetic.term]!.value.kind !== "ratio";
  const { operator, left, right } = arithmetic;
  if (operator === "*" && left.kind === "number") return isSum(right, terms);
  if (right.kind === "number") return operator !== "+" && operator !== "-" && isSum(left, terms);
  const isNegated = operator === "-" && left.kind === "number" && left.value === 0;
  return (operator === "+" || operator === "-") && (isNegated || isSum(left, terms)) && isSum(right, terms);
}
