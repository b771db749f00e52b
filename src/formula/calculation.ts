import type { Result } from "../sales/failure";
import { NUMBER_WITH_COMMA, OperationReader } from "./operationReader";
import { Unexpected } from "./scanner";

/** Most characters of a calculation. */
export const LONGEST_CALCULATION = 500;

/** What a calculation joins its terms with. */
export type ArithmeticOperator = "+" | "-" | "*" | "/";

/** A calculation once read (kpi-semantics §8); each `at` is a place in its text, from 0. */
export type CalculationNode =
  | { readonly kind: "number"; readonly value: number }
  | TermNode
  | {
      readonly kind: "operation";
      readonly operator: ArithmeticOperator;
      readonly left: CalculationNode;
      readonly right: CalculationNode;
      readonly at: number;
    };

/** A KPI on part of the data: `CA(canal=web|phone; region=Nord)`. */
export interface TermNode {
  readonly kind: "term";
  readonly name: string;
  readonly at: number;
  readonly filters: readonly TermFilter[];
}

export interface TermFilter {
  readonly axis: string;
  readonly at: number;
  readonly members: readonly { readonly text: string; readonly at: number }[];
}

const PRECEDENCE = [
  ["+", "-"],
  ["*", "/"],
] as const;
const TERM_EXPECTED = "CA, CA(canal=web), 123";
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const AXIS = /[^=;|()"]+/y;
/** Letters up to what ends a member; parentheses inside it close, as in `Martin (17)`. */
const MEMBER = /(?:\([^()]*\)|[^|;()"])+/y;
const QUOTED = /"(?:[^"]|"")*"/y;

/**
 * Reads an own indicator's calculation: KPI ids with filters, numbers, `+ - * /` and parentheses. A number may have a
 * decimal comma; a member with `|`, `;` or lone parentheses stands in quotes. Fails with `formula-syntax` {position
 * from 1, expected}.
 */
export const parseCalculation = (text: string): Result<CalculationNode> => new CalculationReader(text).read();

class CalculationReader extends OperationReader<CalculationNode, ArithmeticOperator> {
  constructor(text: string) {
    super(text, PRECEDENCE);
  }

  read(): Result<CalculationNode> {
    return this.whole(LONGEST_CALCULATION);
  }

  protected joined(
    operator: ArithmeticOperator,
    left: CalculationNode,
    right: CalculationNode,
    at: number,
  ): CalculationNode {
    return { kind: "operation", operator, left, right, at };
  }

  protected literal(value: number): CalculationNode {
    return { kind: "number", value };
  }

  protected numberIn(node: CalculationNode): number | undefined {
    return node.kind === "number" ? node.value : undefined;
  }

  protected value(): CalculationNode {
    const { scanner } = this;
    if (scanner.accept("(")) {
      const inside = scanner.deeper(() => this.operation());
      scanner.require(")");
      return inside;
    }
    const at = scanner.position;
    const name = scanner.take(NAME);
    if (name === "") return this.digits();
    scanner.blanks();
    return { kind: "term", name, at, filters: scanner.next === "(" ? this.filters() : [] };
  }

  private digits(): CalculationNode {
    const digits = this.scanner.take(NUMBER_WITH_COMMA);
    if (digits === "") throw new Unexpected(TERM_EXPECTED);
    this.scanner.blanks();
    return this.literal(Number(digits.replace(",", ".")));
  }

  /** From `(` to past `)`. */
  private filters(): TermFilter[] {
    const { scanner } = this;
    scanner.require("(");
    const filters: TermFilter[] = [];
    do filters.push(this.filter());
    while (scanner.accept(";"));
    scanner.require(")", "; )");
    return filters;
  }

  private filter(): TermFilter {
    const { scanner } = this;
    const at = scanner.position;
    const axis = scanner.take(AXIS).trim();
    if (axis === "") throw new Unexpected("canal=web");
    scanner.require("=");
    const members = [this.member()];
    while (scanner.accept("|")) members.push(this.member());
    return { axis, at, members };
  }

  private member(): TermFilter["members"][number] {
    const { scanner } = this;
    const at = scanner.position;
    const quoted = scanner.take(QUOTED);
    const text = quoted === "" ? scanner.take(MEMBER).trim() : quoted.slice(1, -1).replaceAll('""', '"');
    if (text === "") throw new Unexpected("canal=web");
    scanner.blanks();
    return { text, at };
  }
}
