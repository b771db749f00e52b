import { type Node, OPERATORS, type Operator } from "./node";

const TOKENS =
  /\s*("(?:[^"]|"")*"|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.])|[A-Za-z_][\w.]*|\d+(?:\.\d+)?(?:E[+-]?\d+)?|<>|<=|>=|[-+*/&=<>(),])/gy;
const CELLS = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;
const NUMBER = /^\d/;

/** Reads a formula as a plan holds it: English names, commas, with `=`. Undefined when it is anything else. */
export function readFormula(formula: string): Node | undefined {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  if (!tokens) return undefined;
  const reader = new Reader(tokens);
  const node = reader.operation(0);
  return node && reader.atEnd ? node : undefined;
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const token = TOKENS.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

class Reader {
  private position = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get atEnd(): boolean {
    return this.position === this.tokens.length;
  }

  operation(level: number): Node | undefined {
    const operators: readonly string[] | undefined = OPERATORS[level];
    if (!operators) return this.value();
    let left = this.operation(level + 1);
    while (left && operators.includes(this.next)) {
      const operator = this.take() as Operator;
      const right = this.operation(level + 1);
      left = right && { kind: "operation", operator, left, right };
    }
    return left;
  }

  private get next(): string {
    return this.tokens[this.position] ?? "";
  }

  private take(): string {
    const token = this.next;
    this.position += 1;
    return token;
  }

  private accept(token: string): boolean {
    if (this.next !== token) return false;
    this.position += 1;
    return true;
  }

  private value(): Node | undefined {
    if (this.accept("(")) {
      const inside = this.operation(0);
      return this.accept(")") ? inside : undefined;
    }
    if (this.accept("-")) {
      const right = this.value();
      return right && { kind: "operation", operator: "-", left: { kind: "literal", value: 0 }, right };
    }
    const token = this.take();
    if (token.startsWith('"')) return { kind: "literal", value: token.slice(1, -1).replaceAll('""', '"') };
    if (NUMBER.test(token)) return { kind: "literal", value: Number(token) };
    if (CELLS.test(token)) return cellsOf(token);
    if (!/^[A-Za-z_]/.test(token)) return undefined;
    return this.accept("(") ? this.call(token) : { kind: "name", name: token };
  }

  private call(name: string): Node | undefined {
    const args: Node[] = [];
    if (this.accept(")")) return { kind: "call", name, args };
    do {
      const omitted = this.next === "," || this.next === ")";
      const argument: Node | undefined = omitted ? { kind: "literal", value: null } : this.operation(0);
      if (!argument) return undefined;
      args.push(argument);
    } while (this.accept(","));
    return this.accept(")") ? { kind: "call", name, args } : undefined;
  }
}

function cellsOf(token: string): Node {
  const [, left = "", top = "", right = left, bottom = top] = CELLS.exec(token) ?? [];
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return {
    kind: "cells",
    row,
    column,
    rows: Number(bottom) - row,
    columns: columnOf(right) + 1 - column,
  };
}

/** `A` → 0, `AA` → 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
