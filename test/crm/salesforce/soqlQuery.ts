/** A SOQL query as the fake understands it: the part of the language that has no subqueries and no functions but two. */
export interface Query {
  readonly select: readonly string[];
  readonly aggregate?: { readonly name: "COUNT" | "SUM"; readonly field: string };
  readonly object: string;
  readonly where: Test | undefined;
  readonly fieldsTested: readonly string[];
  readonly limit: number;
}

export type Read = (field: string) => unknown;
type Test = (read: Read) => boolean;
type Literal = string | number | boolean | null | { readonly time: number };

const TOKEN =
  /\s*(?:'((?:[^'\\]|\\.)*)'|(\d{4}-\d{2}-\d{2}T[\d:]+Z)|(\d{4}-\d{2}-\d{2})|(-?\d+(?:\.\d+)?)|([A-Za-z][\w.]*)|(<=|>=|!=|[=<>(),]))/y;

interface Token {
  readonly kind: "literal" | "word" | "sign";
  readonly text: string;
  readonly value?: Literal;
}

/** Throws an Error for anything that is not such a query. */
export function parseSoql(soql: string): Query {
  return new Parser(tokensOf(soql)).query();
}

function tokensOf(soql: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (soql.slice(TOKEN.lastIndex).trim() !== "") {
    const [text, quoted, time, day, number, word, sign] = TOKEN.exec(soql) ?? malformed();
    if (quoted !== undefined)
      tokens.push({ kind: "literal", text: text!, value: quoted.replace(/\\(.)/g, "$1") });
    else if (time !== undefined)
      tokens.push({ kind: "literal", text: text!, value: { time: Date.parse(time) } });
    else if (day !== undefined) tokens.push({ kind: "literal", text: text!, value: day });
    else if (number !== undefined) tokens.push({ kind: "literal", text: text!, value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "sign", text: sign! });
  }
  return tokens;
}

const malformed = (): never => {
  throw new Error("MALFORMED_QUERY");
};

class Parser {
  private at = 0;
  private readonly fieldsTested: string[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    this.expect("SELECT");
    const { select, aggregate } = this.selection();
    this.expect("FROM");
    const object = this.word();
    const where = this.take("WHERE") ? this.either() : undefined;
    if (this.take("ORDER")) {
      this.expect("BY");
      this.expect("Id");
    }
    const limit = this.take("LIMIT") ? Number(this.literal()) : Number.POSITIVE_INFINITY;
    if (this.at < this.tokens.length) malformed();
    return { select, object, where, limit, fieldsTested: this.fieldsTested, ...(aggregate && { aggregate }) };
  }

  private selection(): Pick<Query, "select" | "aggregate"> {
    const first = this.word();
    if ((first === "COUNT" || first === "SUM") && this.take("(")) {
      const field = first === "SUM" ? this.word() : "";
      this.expect(")");
      if (field) this.word();
      return { select: field ? [field] : [], aggregate: { name: first, field } };
    }
    const select = [first];
    while (this.take(",")) select.push(this.word());
    return { select };
  }

  private either(): Test {
    const tests = [this.both()];
    while (this.take("OR")) tests.push(this.both());
    return (read) => tests.some((test) => test(read));
  }

  private both(): Test {
    const tests = [this.single()];
    while (this.take("AND")) tests.push(this.single());
    // As in Salesforce, AND and OR do not stand side by side without brackets.
    if (tests.length > 1 && this.peek("OR")) malformed();
    return (read) => tests.every((test) => test(read));
  }

  private single(): Test {
    if (this.take("(")) {
      const inner = this.either();
      this.expect(")");
      return inner;
    }
    const field = this.word();
    this.fieldsTested.push(field);
    const negated = this.take("NOT");
    if (this.take("IN")) {
      this.expect("(");
      const values = [this.literal()];
      while (this.take(",")) values.push(this.literal());
      this.expect(")");
      return (read) => values.some((value) => compare(read(field), value) === 0) !== negated;
    }
    const sign = this.tokens[this.at++]?.text ?? "";
    const value = this.literal();
    const holds = HOLDS[sign] ?? malformed();
    return (read) => holds(compare(read(field), value));
  }

  private literal(): Literal {
    const token = this.tokens[this.at++];
    if (token?.kind === "literal") return token.value!;
    if (token?.text === "null") return null;
    if (token?.text === "true" || token?.text === "false") return token.text === "true";
    return malformed();
  }

  private word(): string {
    const token = this.tokens[this.at++];
    return token?.kind === "word" ? token.text : malformed();
  }

  private peek(text: string): boolean {
    return this.tokens[this.at]?.text === text;
  }

  private take(text: string): boolean {
    const found = this.peek(text);
    if (found) this.at++;
    return found;
  }

  private expect(text: string): void {
    if (!this.take(text)) malformed();
  }
}

const HOLDS: Readonly<Record<string, (order: number | undefined) => boolean>> = {
  "=": (order) => order === 0,
  "!=": (order) => order !== 0,
  ">": (order) => order !== undefined && order > 0,
  ">=": (order) => order !== undefined && order >= 0,
  "<": (order) => order !== undefined && order < 0,
  "<=": (order) => order !== undefined && order <= 0,
};

/** Undefined when the two cannot be compared: null with something. Texts but ids compare without regard to case. */
function compare(value: unknown, literal: Literal): number | undefined {
  if (literal === null || value === null || value === undefined)
    return literal === (value ?? null) ? 0 : undefined;
  if (typeof literal === "object") return Date.parse(String(value)) - literal.time;
  if (typeof literal === "string" && typeof value === "string" && !/^[0-9A-Za-z]{18}$/.test(literal))
    return value.toLowerCase() < literal.toLowerCase()
      ? -1
      : Number(value.toLowerCase() > literal.toLowerCase());
  return (value as string | number) < literal ? -1 : Number((value as string | number) > literal);
}
