import { failed, type Result, success } from "../../sales/failure";
import type { CellScalar } from "../cell";
import { type Expression, type Operator, PRECEDENCE } from "./expression";

/** Excel accepts no longer formula. */
const LONGEST_FORMULA = 8192;
/** Nor deeper nesting. */
const DEEPEST_NESTING = 64;

const CONSTANTS: Readonly<Record<string, CellScalar>> = { TRUE: true, VRAI: true, FALSE: false, FAUX: false };
const ADDRESS = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/;
const VALUE_EXPECTED = '"texte", 123, DATE(…)';

/**
 * Reads a formula: `=KPI.CA("region";"2024-T1";;"secteur";"Santé")`. Commas or semicolons separate arguments; where
 * semicolons do, a number may have a decimal comma. Texts double their quotes; TRUE/FALSE are also VRAI/FAUX.
 * Failure: `formula-syntax` {position from 1, expected}.
 */
export function parseFormula(text: string): Result<Expression> {
  return new FormulaReader(text).read();
}

class Unexpected extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

class FormulaReader {
  private position = 0;
  private depth = 0;
  private readonly number: RegExp;

  constructor(private readonly text: string) {
    const outsideTexts = text.replace(/"(?:[^"]|"")*"/g, "");
    this.number = outsideTexts.includes(";") ? /\d*[.,]?\d+(?:e[+-]?\d+)?/iy : /\d*\.?\d+(?:e[+-]?\d+)?/iy;
  }

  read(): Result<Expression> {
    try {
      if (this.text.length > LONGEST_FORMULA) throw new Unexpected(`≤ ${LONGEST_FORMULA}`);
      this.take(/[\s\u00a0]*=?[\s\u00a0]*/y);
      const expression = this.operation(0);
      if (this.position < this.text.length) throw new Unexpected("fin / end");
      return success(expression);
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      return failed("formula-syntax", { position: this.position + 1, expected: error.expected });
    }
  }

  private operation(level: number): Expression {
    const operators = PRECEDENCE[level];
    if (!operators) return this.signed();
    let left = this.operation(level + 1);
    for (let operator = this.operator(operators); operator; operator = this.operator(operators)) {
      left = { kind: "operation", operator, left, right: this.operation(level + 1) };
    }
    return left;
  }

  private operator(operators: readonly Operator[]): Operator | undefined {
    const found = operators.find((operator) => this.text.startsWith(operator, this.position));
    if (found) {
      this.position += found.length;
      this.blanks();
    }
    return found;
  }

  private signed(): Expression {
    if (this.accept("+")) return this.deeper(() => this.signed());
    if (!this.accept("-")) return this.value();
    const right = this.deeper(() => this.signed());
    if (right.kind === "literal" && typeof right.value === "number") return { ...right, value: -right.value };
    return { kind: "operation", operator: "-", left: { kind: "literal", value: 0 }, right };
  }

  private value(): Expression {
    const next = this.text[this.position] ?? "";
    if (next === '"') return { kind: "literal", value: this.quoted() };
    if (/[\p{L}_$]/u.test(next)) return this.word();
    if (this.accept("(")) {
      const inside = this.deeper(() => this.operation(0));
      this.require(")");
      return inside;
    }
    const digits = this.take(this.number);
    if (!digits) throw new Unexpected(VALUE_EXPECTED);
    this.blanks();
    return { kind: "literal", value: Number(digits.replace(",", ".")) };
  }

  private word(): Expression {
    const word = this.take(/[\p{L}_$][\p{L}\p{N}_.$]*/uy);
    const name = word.toUpperCase();
    this.blanks();
    if (this.text[this.position] === "(") return { kind: "call", name, args: this.deeper(() => this.args()) };
    const constant = CONSTANTS[name];
    if (constant !== undefined) return { kind: "literal", value: constant };
    const [, letters, digits] = ADDRESS.exec(name) ?? [];
    if (letters === undefined) return { kind: "name", name: word };
    return { kind: "cell", row: Number(digits) - 1, column: columnOf(letters), text: word };
  }

  /** From `(` to past `)`; `()` holds no argument, `(,)` two empty ones. */
  private args(): Expression[] {
    this.require("(");
    if (this.accept(")")) return [];
    const args: Expression[] = [];
    do args.push(this.argument());
    while (this.accept(",") || this.accept(";"));
    this.require(")", ", ; )");
    return args;
  }

  private argument(): Expression {
    const next = this.text[this.position] ?? "";
    return next === "" || ",;)".includes(next) ? { kind: "literal", value: null } : this.operation(0);
  }

  private quoted(): string {
    const quoted = this.take(/"(?:[^"]|"")*"/y);
    if (!quoted) throw new Unexpected('"');
    this.blanks();
    return quoted.slice(1, -1).replaceAll('""', '"');
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST_NESTING) throw new Unexpected(`≤ ${DEEPEST_NESTING} ( )`);
    const result = read();
    this.depth--;
    return result;
  }

  private accept(character: string): boolean {
    if (this.text[this.position] !== character) return false;
    this.position++;
    this.blanks();
    return true;
  }

  private require(character: string, expected = character): void {
    if (!this.accept(character)) throw new Unexpected(expected);
  }

  private blanks(): void {
    this.take(/[\s\u00a0]+/y);
  }

  /** What the sticky pattern matches here, or "". */
  private take(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const taken = pattern.exec(this.text)?.[0] ?? "";
    this.position += taken.length;
    return taken;
  }
}

/** `A` → 0, `AA` → 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
