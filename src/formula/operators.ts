import { type Cell, fault, isFault, type Scalar } from "./cells";
import { inOrder, isSame, ofNumbers, ofTexts } from "./coerce";
import type { Operator } from "./tree";

type Operation = (left: Cell, right: Cell) => Cell;

const comparison =
  (holds: (left: Scalar, right: Scalar) => boolean): Operation =>
  (left, right) => {
    if (isFault(left)) return left;
    return isFault(right) ? right : holds(left, right);
  };

/** The answer of each operator on two cells. */
export const OPERATIONS: Readonly<Record<Operator, Operation>> = {
  "=": comparison(isSame),
  "<>": comparison((left, right) => !isSame(left, right)),
  "<": comparison((left, right) => inOrder(left, right) < 0),
  ">": comparison((left, right) => inOrder(left, right) > 0),
  "<=": comparison((left, right) => inOrder(left, right) <= 0),
  ">=": comparison((left, right) => inOrder(left, right) >= 0),
  "&": ofTexts((left, right) => left + right),
  "+": ofNumbers((left, right) => left + right),
  "-": ofNumbers((left, right) => left - right),
  "*": ofNumbers((left, right) => left * right),
  "/": ofNumbers((left, right) => (right === 0 ? fault("division-by-zero") : left / right)),
  "^": ofNumbers((left, right) => left ** right),
};
