import type { Scalar } from "../model";
import {
  CellError,
  comparable,
  ERRORS,
  each,
  FUNCTIONS,
  type Matrix,
  numberOf,
  single,
  sound,
} from "./functions";
import type { Node, Operator } from "./node";

/** What a formula may ask besides Excel's own functions. Rejects with a `CellError` where a cell would show one. */
export interface Around {
  /** A call of the add-in, as typed: `=KPI.CA("region","2024")`. */
  readonly ask: (formula: string) => Promise<Matrix>;
  /** What a named cell holds; undefined when there is no such name. */
  readonly name: (name: string) => Scalar | undefined;
  readonly cell: (row: number, column: number) => Promise<Scalar>;
}

const ADD_IN = /^KPI\./;

/** A formula's answer; rejects with a `CellError`. */
export async function answerNode(node: Node, around: Around): Promise<Matrix> {
  switch (node.kind) {
    case "literal":
      return single(node.value);
    case "name":
      return single(namedValue(node.name, around));
    case "cells":
      return cellsOf(node, around);
    case "operation": {
      const left = await answerNode(node.left, around);
      return each(OPERATIONS[node.operator], left, await answerNode(node.right, around));
    }
    case "call":
      return called(node, around);
  }
}

async function called({ name, args }: Extract<Node, { kind: "call" }>, around: Around): Promise<Matrix> {
  if (ADD_IN.test(name)) return around.ask(`=${name}(${args.map((arg) => typed(arg, around)).join(",")})`);
  if (name === "IFERROR") return orElse(args, around);
  const blocks: Matrix[] = [];
  for (const arg of args) blocks.push(await answerNode(arg, around));
  const apply = FUNCTIONS[name];
  if (!apply) throw new CellError(ERRORS.name);
  return apply(...blocks);
}

/** A block without an error; throws the first one it holds. */
export const whole = (block: Matrix): readonly (readonly Scalar[])[] => block.map((line) => line.map(sound));

async function orElse([value, otherwise]: readonly Node[], around: Around): Promise<Matrix> {
  try {
    return value ? whole(await answerNode(value, around)) : single(null);
  } catch (error) {
    if (!(error instanceof CellError) || !otherwise) throw error;
    return answerNode(otherwise, around);
  }
}

/** An argument of the add-in, its name filled in. */
function typed(node: Node, around: Around): string {
  if (node.kind !== "literal" && node.kind !== "name") throw new CellError(ERRORS.value);
  const value = node.kind === "literal" ? node.value : namedValue(node.name, around);
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value ?? "");
}

function namedValue(name: string, around: Around): Scalar {
  const value = around.name(name);
  if (value === undefined) throw new CellError(ERRORS.name);
  return value;
}

async function cellsOf(
  { row, column, rows, columns }: Extract<Node, { kind: "cells" }>,
  { cell }: Around,
): Promise<Matrix> {
  const block: Scalar[][] = [];
  for (let down = 0; down < rows; down += 1) {
    const line: Scalar[] = [];
    for (let right = 0; right < columns; right += 1) line.push(await cell(row + down, column + right));
    block.push(line);
  }
  return block;
}

type Operation = (left: Scalar, right: Scalar) => Scalar;

const ordered =
  (holds: (left: Scalar, right: Scalar) => boolean): Operation =>
  (left, right) =>
    holds(comparable(left), comparable(right));

const OPERATIONS: Readonly<Record<Operator, Operation>> = {
  "=": ordered((left, right) => left === right),
  "<>": ordered((left, right) => left !== right),
  "<": (left, right) => numberOf(left) < numberOf(right),
  ">": (left, right) => numberOf(left) > numberOf(right),
  "<=": (left, right) => numberOf(left) <= numberOf(right),
  ">=": (left, right) => numberOf(left) >= numberOf(right),
  "&": (left, right) => `${left ?? ""}${right ?? ""}`,
  "+": (left, right) => numberOf(left) + numberOf(right),
  "-": (left, right) => numberOf(left) - numberOf(right),
  "*": (left, right) => numberOf(left) * numberOf(right),
  "/": (left, right) => {
    if (numberOf(right) === 0) throw new CellError(ERRORS.division);
    return numberOf(left) / numberOf(right);
  },
};
