import { failed, success } from "../../sales/failure";
import { type CellAnswer, type CellScalar, type CellValue, isMatrix } from "../cell";
import { BUILT_IN } from "./builtIn";
import type { Expression, Operator } from "./expression";

/** What a formula may refer to besides Excel's own functions. Undefined: there is no such thing here. */
export interface Surroundings {
  readonly call: (name: string, args: readonly CellValue[]) => Promise<CellAnswer>;
  readonly name: (name: string) => Promise<CellAnswer> | undefined;
  readonly cell: (row: number, column: number) => Promise<CellAnswer> | undefined;
}

/** The value of a formula. A failure anywhere in it is its answer, as an error in a cell is. */
export async function compute(expression: Expression, around: Surroundings): Promise<CellAnswer> {
  switch (expression.kind) {
    case "literal":
      return success(expression.value);
    case "name":
      return around.name(expression.name) ?? failed("function-unknown", { function: expression.name });
    case "cell":
      return (
        around.cell(expression.row, expression.column) ??
        failed("argument-invalid", { argument: expression.text, expected: '"texte", 123, DATE(…)' })
      );
    case "operation":
      return operate(expression.operator, expression.left, expression.right, around);
    case "call":
      return call(expression.name, expression.args, around);
  }
}

async function call(name: string, args: readonly Expression[], around: Surroundings): Promise<CellAnswer> {
  const builtIn = BUILT_IN[name];
  if (builtIn) return builtIn(args.map((argument) => () => compute(argument, around)));
  const values: CellValue[] = [];
  for (const argument of args) {
    const value = await compute(argument, around);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return around.call(name, values);
}

async function operate(
  operator: Operator,
  left: Expression,
  right: Expression,
  around: Surroundings,
): Promise<CellAnswer> {
  const [first, second] = [await compute(left, around), await compute(right, around)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  return OPERATIONS[operator](cornerOf(first.value), cornerOf(second.value));
}

/** An operator looks at one cell of a block, its first. */
const cornerOf = (value: CellValue): CellScalar => (isMatrix(value) ? (value[0]?.[0] ?? null) : value);

type Operation = (left: CellScalar, right: CellScalar) => CellAnswer;

const arithmetic =
  (compute: (left: number, right: number) => number): Operation =>
  (left, right) => {
    const result = compute(Number(left), Number(right));
    if (Number.isFinite(result)) return success(result);
    return Number(right) === 0
      ? failed("division-by-zero")
      : failed("argument-invalid", { argument: String(left) });
  };

/** Excel compares texts without their case; an empty cell equals "". */
const comparable = (value: CellScalar): string | number =>
  typeof value === "number" ? value : String(value ?? "").toLowerCase();

const comparison =
  (holds: (left: string | number, right: string | number) => boolean): Operation =>
  (left, right) =>
    success(holds(comparable(left), comparable(right)));

const OPERATIONS: Readonly<Record<Operator, Operation>> = {
  "=": comparison((left, right) => left === right),
  "<>": comparison((left, right) => left !== right),
  "<": comparison((left, right) => left < right),
  ">": comparison((left, right) => left > right),
  "<=": comparison((left, right) => left <= right),
  ">=": comparison((left, right) => left >= right),
  "&": (left, right) => success(`${left ?? ""}${right ?? ""}`),
  "+": arithmetic((left, right) => left + right),
  "-": arithmetic((left, right) => left - right),
  "*": arithmetic((left, right) => left * right),
  "/": arithmetic((left, right) => left / right),
};
