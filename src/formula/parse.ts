import { parseRectangle } from "../sales/a1";
import { failed, type Result, success } from "../sales/failure";
import type { Scalar } from "./cells";
import { Scanner, Unexpected } from "./scanner";
import { type CellsNode, type FormulaNode, type Operator, PRECEDENCE } from "./tree";
import { typedName } from "./typed";

/** Excel accepts no longer formula. */
const LONGEST_FORMULA = 8192;

const CONSTANTS: Readonly<Record<string, Scalar>> = { TRUE: true, VRAI: true, FALSE: false, FAUX: false };
const VALUE_EXPECTED = '"texte", 123, DATE(…)';

const TEXT = /"(?:[^"]|"")*"/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_.$]*/uy;
const QUOTED_SHEET = /'(?:[^']|'')+'!/y;
const PLAIN_SHEET = /[\p{L}_][\p{L}\p{N}_.]*!/uy;
/** `A1`, `A1:B2`, `A:C`, `2:5`, where no name or call goes on. */
const CELLS =
  /(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.$])(?!\s*\()/iuy;
const NUMBER = /\d*\.?\d+(?:e[+-]?\d+)?/iy;
const NUMBER_WITH_COMMA = /\d*[.,]?\d+(?:e[+-]?\d+)?/iy;

/**
 * Reads a formula: `=KPI.CA("region";"2024-T1";;"secteur";"Santé")`. Commas or semicolons separate arguments; where
 * semicolons do, a number may have a decimal comma. Texts double their quotes; TRUE/FALSE are also VRAI/FAUX; names
 * of functions as files spell them are read as typed. Failure: `formula-syntax` {position from 1, expected}.
 */
export function parseFormula(text: string): Result<FormulaNode> {
  return new FormulaReader(text).read();
}

class FormulaReader {
  private readonly scanner: Scanner;
  private readonly number: RegExp;

  constructor(private readonly text: string) {
    this.scanner = new Scanner(text);
    const hasSemicolon = text.replace(/"(?:[^"]|"")*"/g, "").includes(";");
    this.number = hasSemicolon ? NUMBER_WITH_COMMA : NUMBER;
  }

  read(): Result<FormulaNode> {
    const { scanner } = this;
    try {
      if (this.text.length > LONGEST_FORMULA) throw new Unexpected(`≤ ${LONGEST_FORMULA}`);
      scanner.take(/[\s\u00a0]*=?[\s\u00a0]*/y);
      const node = this.operation(0);
      if (!scanner.isAtEnd) throw new Unexpected("fin / end");
      return success(node);
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      return failed("formula-syntax", { position: scanner.position + 1, expected: error.expected });
    }
  }

  private operation(level: number): FormulaNode {
    const operators: readonly Operator[] | undefined = PRECEDENCE[level];
    if (!operators) return this.signed();
    let left = this.operation(level + 1);
    for (let next = this.scanner.oneOf(operators); next; next = this.scanner.oneOf(operators))
      left = { kind: "operation", operator: next, left, right: this.operation(level + 1) };
    return left;
  }

  private signed(): FormulaNode {
    if (this.scanner.accept("+")) return this.scanner.deeper(() => this.signed());
    if (!this.scanner.accept("-")) return this.percent();
    const right = this.scanner.deeper(() => this.signed());
    if (right.kind === "literal" && typeof right.value === "number") return { ...right, value: -right.value };
    return { kind: "operation", operator: "-", left: { kind: "literal", value: 0 }, right };
  }

  private percent(): FormulaNode {
    let left = this.value();
    while (this.scanner.accept("%"))
      left = { kind: "operation", operator: "/", left, right: { kind: "literal", value: 100 } };
    return left;
  }

  private value(): FormulaNode {
    const { scanner } = this;
    if (scanner.next === '"') return { kind: "literal", value: this.quoted() };
    if (scanner.accept("(")) {
      const inside = scanner.deeper(() => this.operation(0));
      scanner.require(")");
      return inside;
    }
    return this.cells() ?? (/[\p{L}_$]/u.test(scanner.next) ? this.word() : this.digits());
  }

  private digits(): FormulaNode {
    const digits = this.scanner.take(this.number);
    if (!digits) throw new Unexpected(VALUE_EXPECTED);
    this.scanner.blanks();
    return { kind: "literal", value: Number(digits.replace(",", ".")) };
  }

  /** Cells of this sheet or of a named one; undefined where none stand here. */
  private cells(): CellsNode | undefined {
    const { scanner } = this;
    const start = scanner.position;
    const sheet = scanner.take(QUOTED_SHEET) || scanner.take(PLAIN_SHEET);
    const text = scanner.take(CELLS);
    const range = text === "" ? undefined : parseRectangle(text);
    if (!range) {
      if (sheet !== "") throw new Unexpected("A1");
      scanner.position = start;
      return undefined;
    }
    const isSpill = scanner.accept("#");
    scanner.blanks();
    return {
      kind: "cells",
      ...(sheet !== "" && {
        sheet: sheet
          .slice(0, -1)
          .replace(/^'(.*)'$/s, "$1")
          .replaceAll("''", "'"),
      }),
      range,
      ...(isSpill && { isSpill }),
      text: sheet + text,
    };
  }

  private word(): FormulaNode {
    const word = this.scanner.take(WORD);
    this.scanner.blanks();
    if (this.scanner.next === "(") return this.call(typedName(word));
    const constant = CONSTANTS[word.toUpperCase()];
    return constant === undefined ? { kind: "name", name: word } : { kind: "literal", value: constant };
  }

  private call(name: string): FormulaNode {
    const args = this.scanner.deeper(() => this.args());
    const [origin] = args;
    return name === "ANCHORARRAY" && origin?.kind === "cells"
      ? { ...origin, isSpill: true }
      : { kind: "call", name, args };
  }

  /** From `(` to past `)`; `()` holds no argument, `(,)` two empty ones. */
  private args(): FormulaNode[] {
    const { scanner } = this;
    scanner.require("(");
    if (scanner.accept(")")) return [];
    const args: FormulaNode[] = [];
    do args.push(this.argument());
    while (scanner.accept(",") || scanner.accept(";"));
    scanner.require(")", ", ; )");
    return args;
  }

  private argument(): FormulaNode {
    const { next } = this.scanner;
    return next === "" || ",;)".includes(next) ? { kind: "literal", value: null } : this.operation(0);
  }

  private quoted(): string {
    const quoted = this.scanner.take(TEXT);
    if (!quoted) throw new Unexpected('"');
    this.scanner.blanks();
    return quoted.slice(1, -1).replaceAll('""', '"');
  }
}
