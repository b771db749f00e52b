/** Reads a column of a record, or `parent/column`. Throws an Error for a column that does not exist. */
export type Read = (path: string) => unknown;
/** The records that a collection holds, each with its own reader. Throws an Error for an unknown collection. */
export type Related = (collection: string) => readonly Read[];
export type Filter = (read: Read, related: Related) => boolean;

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}T[\d:.]+Z)|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w./]*)|([(),:=]))/y;
const ON_OR_BEFORE = "Microsoft.Dynamics.CRM.OnOrBefore";

/** `$filter` as far as the fake understands it. Throws an Error for anything else. */
export function parseFilter(text: string): Filter {
  const parser = new Parser(tokensOf(text));
  const filter = parser.either();
  parser.end();
  return filter;
}

interface Token {
  readonly text: string;
  readonly value?: string | number | null | { readonly time: number };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const [all = "", quoted, time, guid, number, word, sign] = TOKEN.exec(text) ?? wrong();
    if (quoted !== undefined) tokens.push({ text: all, value: quoted.replaceAll("''", "'") });
    else if (time !== undefined) tokens.push({ text: all, value: { time: Date.parse(time) } });
    else if (guid !== undefined) tokens.push({ text: all, value: guid });
    else if (number !== undefined) tokens.push({ text: all, value: Number(number) });
    else if (word === "null") tokens.push({ text: word, value: null });
    else tokens.push({ text: word ?? sign! });
  }
  return tokens;
}

const wrong = (): never => {
  throw new Error("syntax");
};

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  either(): Filter {
    const tests = [this.both()];
    while (this.take("or")) tests.push(this.both());
    return (...record) => tests.some((test) => test(...record));
  }

  end(): void {
    if (this.at < this.tokens.length) wrong();
  }

  private both(): Filter {
    const tests = [this.single()];
    while (this.take("and")) tests.push(this.single());
    // Every part is looked at, so that an unknown column is found out whatever the others say.
    return (...record) => tests.map((test) => test(...record)).every(Boolean);
  }

  private single(): Filter {
    if (this.take("(")) {
      const inner = this.either();
      this.expect(")");
      return inner;
    }
    const word = this.word();
    if (word === ON_OR_BEFORE) return this.onOrBefore();
    if (word.endsWith("/any")) return this.any(word.slice(0, -"/any".length));
    const operator = this.word();
    const { value } = this.tokens[this.at++] ?? wrong();
    if (value === undefined) wrong();
    const holds = OPERATORS[operator] ?? wrong();
    return (read) => holds(order(read(word), value!));
  }

  private onOrBefore(): Filter {
    this.expect("(");
    this.expect("PropertyName");
    this.expect("=");
    const column = String(this.tokens[this.at++]?.value);
    this.expect(",");
    this.expect("PropertyValue");
    this.expect("=");
    const day = String(this.tokens[this.at++]?.value);
    this.expect(")");
    return (read) => {
      const value = read(column);
      return typeof value === "string" && value.slice(0, 10) <= day;
    };
  }

  private any(collection: string): Filter {
    this.expect("(");
    if (this.take(")")) return (_, related) => related(collection).length > 0;
    const name = this.word();
    this.expect(":");
    const inner = this.either();
    this.expect(")");
    return (_, related) =>
      related(collection).some((read) =>
        inner((path) => (path.startsWith(`${name}/`) ? read(path.slice(name.length + 1)) : wrong()), related),
      );
  }

  private word(): string {
    const token = this.tokens[this.at++];
    return token && token.value === undefined ? token.text.trim() : wrong();
  }

  private take(text: string): boolean {
    const found = this.tokens[this.at]?.text.trim() === text;
    if (found) this.at++;
    return found;
  }

  private expect(text: string): void {
    if (!this.take(text)) wrong();
  }
}

const OPERATORS: Readonly<Record<string, (order: number | undefined) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== undefined && order !== 0,
  gt: (order) => order !== undefined && order > 0,
  ge: (order) => order !== undefined && order >= 0,
  le: (order) => order !== undefined && order <= 0,
  lt: (order) => order !== undefined && order < 0,
};

/** Undefined when the two cannot be compared: null with something. */
function order(value: unknown, literal: NonNullable<Token["value"]> | null): number | undefined {
  if (literal === null || value === null || value === undefined)
    return literal === (value ?? null) ? 0 : undefined;
  if (typeof literal === "object") return Date.parse(String(value)) - literal.time;
  return (value as string | number) < literal ? -1 : Number((value as string | number) > literal);
}
