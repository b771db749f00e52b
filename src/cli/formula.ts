import type { CellArgument, CellScalar } from "../functions/cell";
import { dayOf, toExcelSerial } from "../sales/calendar";
import { failed, type Result, success } from "../sales/failure";

/** One call, as written: the name upper-cased with its namespace, the arguments in place (null where left out). */
export interface Call {
  readonly name: string;
  readonly args: readonly CellArgument[];
}

/** Excel accepts no longer formula. */
const LONGEST_FORMULA = 8192;

const CONSTANTS: Readonly<Record<string, CellScalar>> = { TRUE: true, VRAI: true, FALSE: false, FAUX: false };

/**
 * Reads one call: `=KPI.CA("region";"2024-T1";;"secteur";"Santé")`. Commas or semicolons separate; where semicolons
 * do, a number may have a decimal comma. Arguments: texts with doubled quotes, numbers, TRUE/FALSE (VRAI/FAUX),
 * DATE(y,m,d), nothing. Failure: `formula-syntax` {position from 1, expected}.
 */
export function parseFormula(text: string): Result<Call> {
  return new FormulaReader(text).read();
}

class Unexpected extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

class FormulaReader {
  private position = 0;
  private readonly number: RegExp;

  constructor(private readonly text: string) {
    const outsideTexts = text.replace(/"(?:[^"]|"")*"/g, "");
    this.number = outsideTexts.includes(";") ? /\d*[.,]?\d+(?:e[+-]?\d+)?/iy : /\d*\.?\d+(?:e[+-]?\d+)?/iy;
  }

  read(): Result<Call> {
    try {
      if (this.text.length > LONGEST_FORMULA) throw new Unexpected(`≤ ${LONGEST_FORMULA}`);
      this.take(/[\s\u00a0]*=?[\s\u00a0]*/y);
      const name = this.name();
      const args = this.args();
      if (this.position < this.text.length) throw new Unexpected("fin / end");
      return success({ name, args });
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      return failed("formula-syntax", { position: this.position + 1, expected: error.expected });
    }
  }

  private name(): string {
    const name = this.take(/[\p{L}_][\p{L}\p{N}_.]*/uy);
    if (!name) throw new Unexpected("KPI.…");
    this.blanks();
    return name.toUpperCase();
  }

  /** From `(` to past `)`; `()` holds no argument, `(,)` two empty ones. */
  private args(): CellScalar[] {
    this.require("(");
    if (this.accept(")")) return [];
    const args: CellScalar[] = [];
    do args.push(this.argument());
    while (this.accept(",") || this.accept(";"));
    this.require(")", ", ; )");
    return args;
  }

  private argument(): CellScalar {
    const next = this.text[this.position] ?? "";
    if (next === "" || ",;)".includes(next)) return null;
    if (next === '"') return this.quoted();
    if (/[\p{L}_]/u.test(next)) return this.word();
    return this.signed();
  }

  private quoted(): string {
    const quoted = this.take(/"(?:[^"]|"")*"/y);
    if (!quoted) throw new Unexpected('"');
    this.blanks();
    return quoted.slice(1, -1).replaceAll('""', '"');
  }

  private word(): CellScalar {
    const start = this.position;
    const word = this.name();
    const constant = CONSTANTS[word];
    if (constant !== undefined) return constant;
    if (word === "DATE" && this.text[this.position] === "(") return this.date(start);
    this.position = start;
    throw new Unexpected('"texte", 123, DATE(…)');
  }

  private date(start: number): number {
    const parts = this.args();
    const [year, month, day] = parts;
    if (
      parts.length === 3 &&
      typeof year === "number" &&
      typeof month === "number" &&
      typeof day === "number"
    ) {
      // Excel counts years under 1900 from there.
      const serial = toExcelSerial(dayOf(year < 1900 ? year + 1900 : year, month, day));
      if (serial > 0 && serial < 2_958_466) return serial;
    }
    this.position = start;
    throw new Unexpected("DATE(2024,3,15)");
  }

  private signed(): number {
    const sign = this.accept("-") ? -1 : 1;
    if (sign === 1) this.accept("+");
    const digits = this.take(this.number);
    if (!digits) throw new Unexpected('"texte", 123, DATE(…)');
    this.blanks();
    return sign * Number(digits.replace(",", "."));
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
