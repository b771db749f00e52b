import { type Result, success } from "../sales/failure";
import type { Rectangle } from "../sales/rectangle";
import { each, fault, faultIn, type Matrix, type Scalar, single } from "./cells";
import { SHEET_FUNCTIONS } from "./functions";
import { LAZY_FUNCTIONS } from "./lazy";
import { OPERATIONS } from "./operators";
import type { CallNode, FormulaNode } from "./tree";

/** An argument of a call: one value, or the rows of a range or of another answer. */
export type CallArgument = Scalar | readonly (readonly Scalar[])[];

/** Anything a formula needs from outside: a call of an add-in's function, a name, cells of a sheet. */
export type Need =
  | { readonly kind: "call"; readonly name: string; readonly args: readonly CallArgument[] }
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "cells";
      readonly sheet?: string;
      readonly range: Rectangle;
      readonly isSpill?: true;
      readonly text: string;
    };

/** Answers a need; undefined where the answer is still to come. */
export type Answers = (need: Need) => Matrix | undefined;

/**
 * The value of a formula, errors in their own cells; undefined while an answer is missing. Whatever is needed is
 * then known to `answers`: everything in one round, but for what depends on a missing answer. Never throws.
 */
export function evaluate(node: FormulaNode, answers: Answers): Matrix | undefined {
  switch (node.kind) {
    case "literal":
      return single(node.value);
    case "name":
    case "cells":
      return answers(node);
    case "operation": {
      const [left, right] = [evaluate(node.left, answers), evaluate(node.right, answers)];
      return left && right && each(OPERATIONS[node.operator], left, right);
    }
    case "call":
      return call(node, answers);
  }
}

function call({ name, args }: CallNode, answers: Answers): Matrix | undefined {
  const own = SHEET_FUNCTIONS[name] ?? LAZY_FUNCTIONS[name];
  if (own && (args.length < own.arity[0] || args.length > own.arity[1]))
    return single(fault("argument-invalid", { argument: name }));
  const lazy = LAZY_FUNCTIONS[name];
  if (lazy) return lazy.apply(args.map((argument) => () => evaluate(argument, answers)));
  const blocks = args.map((argument) => evaluate(argument, answers));
  if (!blocks.every((block) => block !== undefined)) return undefined;
  const sheetFunction = SHEET_FUNCTIONS[name];
  return sheetFunction ? sheetFunction.apply(...blocks) : outside(name, blocks, answers);
}

/** An error among the arguments is the answer: a call is made with values only. */
function outside(name: string, blocks: readonly Matrix[], answers: Answers): Matrix | undefined {
  const broken = faultIn(blocks.flat(2));
  return broken ? single(broken) : answers({ kind: "call", name, args: blocks.map(argumentOf) });
}

const argumentOf = (block: Matrix): CallArgument =>
  (block.length === 1 && block[0]?.length === 1 ? block[0][0] : block) as CallArgument;

/** A block without an error; fails with the first error it holds. */
export function whole(block: Matrix): Result<readonly (readonly Scalar[])[]> {
  const broken = faultIn(block.flat());
  if (broken) return { ok: false, failure: broken.failure };
  return success(block as readonly (readonly Scalar[])[]);
}
