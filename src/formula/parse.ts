import { parseRectangle } from "../sales/a1";
import type { Result } from "../sales/failure";
import type { Scalar } from "./cells";
import { NUMBER_WITH_COMMA, OperationReader } from "./operationReader";
import { Unexpected } from "./scanner";
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

/**
 * Reads a formula: `=KPI.CA("region";"2024-T1";;"secteur";"Santé")`. Commas or semicolons separate arguments; where
 * semicolons do, a number may have a decimal comma. Texts double their quotes; TRUE/FALSE are also VRAI/FAUX; names
 * of functions as files spell them are read as typed. Failure: `formula-syntax` {position from 1, expected}.
 */
export function parseFormula(text: string): Result<FormulaNode> {
  return new FormulaReader(text).read();
}

class FormulaReader extends OperationReader<FormulaNode, Operator> {
  private readonly number: RegExp;

  constructor(text: string) {
    super(text, PRECEDENCE);
    const hasSemicolon = text.replace(/"(?:[^"]|"")*"/g, "").includes(";");
    this.number = hasSemicolon ? NUMBER_WITH_COMMA : NUMBER;
  }

  read(): Result<FormulaNode> {
    return this.whole(LONGEST_FORMULA);
  }

  protected joined(operator: Operator, left: FormulaNode, right: FormulaNode): FormulaNode {
    return { kind: "operation", operator, left, right };
  }

  protected literal(value: number): FormulaNode {
    return { kind: "literal", value };
  }

  protected numberIn(node: FormulaNode): number | undefined {
    return node.kind === "literal" && typeof node.value === "number" ? node.value : undefined;
  }

  protected value(): FormulaNode {
    const { scanner } = this;
    if (scanner.next === '"') return { kind: "literal", value: this.quoted() };
    if (scanner.accept("(")) {
      const inside = scanner.deeper(() => this.operation());
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
    return next === "" || ",;)".includes(next) ? { kind: "literal", value: null } : this.operation();
  }

  private quoted(): string {
    const quoted = this.scanner.take(TEXT);
    if (!quoted) throw new Unexpected('"');
    this.scanner.blanks();
    return quoted.slice(1, -1).replaceAll('""', '"');
  }
}
