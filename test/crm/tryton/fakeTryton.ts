import type { Fetch } from "../../../src/crm/http";

export type FakeRecord = Readonly<Record<string, unknown>> & { readonly id: number };

export interface Asked {
  readonly method: string;
  readonly params: readonly unknown[];
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;

const SEARCHES = /^model\.(.+)\.(search|search_read|search_count)$/;

/** What every signed-in person reads first. */
const GIVEN: Readonly<Record<string, unknown>> = {
  "model.res.user.get_preferences": { company: 1, language: "fr" },
  "model.ir.date.today": { __class__: "date", year: 2026, month: 11, day: 23 },
};

/**
 * A Tryton in this process that enforces the protocol as the real one does: method and content type, the session's
 * header, the number of parameters, fields that exist; and refuses every method that is not a reading. Of domains it
 * knows conditions on `id`. `meddle` may answer in its place: `nth` counts the page requests of the table under test.
 */
export class FakeTryton {
  readonly asked: Asked[] = [];
  sessions = 0;
  password = "pass-word";
  meddle: Meddle = () => undefined;
  private pages = 0;
  private secret = "s3cr3t";

  constructor(
    readonly records: Record<string, FakeRecord[]>,
    private readonly paged: string,
  ) {}

  readonly fetch: Fetch = async (request) => {
    if (request.method !== "POST") return new Response("", { status: 405 });
    if (!request.headers.get("content-type")?.includes("json")) return new Response("", { status: 400 });
    const { id, method, params } = await request.json();
    const asked: Asked = { method, params };
    this.asked.push(asked);
    const isPage = method === `model.${this.paged}.search_read`;
    const meddled = this.meddle(asked, isPage ? ++this.pages : 0);
    if (meddled !== undefined) return meddled;
    if (method === "common.server.version") return Response.json({ id, result: "6.0.29" });
    if (!request.url.endsWith("/vigie/")) return new Response("", { status: 404 });
    if (method === "common.db.login") return this.login(id, params);
    if (request.headers.get("authorization") !== this.session) return new Response("", { status: 401 });
    return Response.json({ id, ...this.answer(method, params) });
  };

  /** The sessions that are open end. */
  expire(): void {
    this.secret += "+";
  }

  private get session(): string {
    return `Session ${Buffer.from(`vigie:7:${this.secret}`).toString("base64")}`;
  }

  private login(id: number, [user, { password }]: [string, { password: string }]): Response {
    if (user !== "vigie" || password !== this.password) return new Response("", { status: 401 });
    this.sessions++;
    return Response.json({ id, result: [7, this.secret] });
  }

  private answer(method: string, params: readonly unknown[]): Record<string, unknown> {
    if (method === "common.db.logout") return { result: null };
    if (method === "model.ir.model.list_models") return { result: Object.keys(this.records) };
    if (method === "model.ir.model.access.get_access")
      return { result: Object.fromEntries((params[0] as string[]).map((model) => [model, { read: 1 }])) };
    if (method in GIVEN) return { result: GIVEN[method] };
    const [, model = "", search = ""] = SEARCHES.exec(method) ?? [];
    const records = this.records[model];
    if (!records) return { error: [`'${method}'`, ""] };
    return this.search(search, records, params);
  }

  private search(search: string, records: FakeRecord[], params: readonly unknown[]): Record<string, unknown> {
    const context = params.at(-1) as { company?: number; active_test?: boolean };
    const arity = { search: 5, search_read: 6, search_count: 2 }[search];
    if (params.length !== arity || context.company !== 1 || context.active_test !== false)
      return { error: ["TypeError", ""] };
    const found = records.filter((record) => matches(params[0] as unknown[], record));
    if (search === "search_count") return { result: found.length };
    const [, offset, limit, order, fields = []] = params as [
      unknown,
      number,
      number | null,
      unknown,
      string[],
    ];
    if (JSON.stringify(order) !== '[["id","ASC"]]') return { error: ["ValueError", ""] };
    const page = [...found].sort((one, other) => one.id - other.id).slice(offset, limit ?? undefined);
    if (search === "search") return { result: page.map(({ id }) => id) };
    const unknown = fields.find((field) => page.some((record) => !has(record, field)));
    return unknown ? { error: [`'${unknown}'`, ""] } : { result: page };
  }
}

function matches(domain: readonly unknown[], record: FakeRecord): boolean {
  return domain.every((condition) => {
    const [field, operator, value] = condition as [string, string, number | readonly number[]];
    if (field !== "id") return true;
    if (Array.isArray(value)) return value.includes(record.id);
    return operator === ">" ? record.id > Number(value) : record.id === value;
  });
}

function has(record: unknown, field: string): boolean {
  if (record === null) return true;
  const [, inner, rest] = /^([^.]+\.)(.+)$/.exec(field) ?? [];
  const values = record as Record<string, unknown>;
  return inner ? inner in values && has(values[inner], rest!) : field in values;
}
