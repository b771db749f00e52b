import type { Fetch } from "../../../src/crm/http";

export type FakeRecord = Record<string, unknown> & { id: number };

/** A model: its records, and where its relations lead. Every field that a record has exists; others do not. */
export interface FakeModel {
  readonly records: FakeRecord[];
  /** many2one, one2many and many2many fields → their model. */
  readonly relations?: Readonly<Record<string, string>>;
  /** Fields beside those of the first record. */
  readonly more?: readonly string[];
  /** No right to read it. */
  readonly hidden?: boolean;
}

export interface Asked {
  readonly model: string;
  readonly method: string;
  readonly named: Readonly<Record<string, unknown>>;
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;

/** What Odoo's own methods take by name; anything else is refused as Python refuses it. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  search: ["domain", "offset", "limit", "order"],
  search_read: ["domain", "fields", "offset", "limit", "order"],
  search_count: ["domain", "limit"],
  fields_get: ["allfields", "attributes"],
  context_get: [],
  read_group: ["domain", "fields", "groupby", "offset", "limit", "orderby", "lazy"],
  formatted_read_group: ["domain", "groupby", "aggregates", "having", "offset", "limit", "order"],
};

class OdooError extends Error {
  constructor(
    readonly kind: string,
    readonly status: number,
  ) {
    super(kind);
  }
}

const NO_FIELD = () => new OdooError("builtins.ValueError", 500);

export const FAKE_KEY = "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0";

/**
 * An Odoo in this process that enforces the protocol of its version as the real one does: 17 answers `/jsonrpc` with
 * HTTP 200 and `error`, and `false` to a bad login; 19 answers `/json/2` with statuses (401, 403, 404, 422, 500).
 * Fields, models and arguments must exist; a method that does not only read is an error. `meddle` may answer in its
 * place: `nth` counts the page requests of the model under test.
 */
export class FakeOdoo {
  readonly asked: Asked[] = [];
  meddle: Meddle = () => undefined;
  user: FakeRecord = { id: 2, login: "vigie" };
  key = FAKE_KEY;
  context: Record<string, unknown> = { lang: "fr_FR", tz: "Europe/Paris", uid: 2 };
  private pages = 0;

  constructor(
    readonly version: 17 | 19,
    readonly models: Record<string, FakeModel>,
    private readonly paged = "product.product",
  ) {}

  readonly fetch: Fetch = async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/jsonrpc") return this.jsonRpc(await request.json());
    const [, model = "", method = ""] = /^\/json\/2\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    if (model === "" || this.version < 19) return html(404);
    return this.json2(request, model, method);
  };

  private async jsonRpc({ id, params }: { id: number; params: RpcParams }): Promise<Response> {
    const { service, method, args } = params;
    const respond = (answer: object) => Response.json({ jsonrpc: "2.0", id, ...answer });
    const told = (kind: string) =>
      respond({
        error: {
          code: 200,
          message: "Odoo Server Error",
          data: { name: kind, debug: "Traceback", message: "?" },
        },
      });
    if (service === "common" && method === "version")
      return respond({ result: { server_version: `${this.version}.0`, protocol_version: 1 } });
    const [database, user, key] = args as [string, unknown, string];
    if (database !== "vigie") return told("psycopg2.OperationalError");
    if (service === "common" && method === "authenticate")
      return respond({ result: user === this.user.login && key === this.key ? this.user.id : false });
    if (service !== "object" || method !== "execute_kw") return told("builtins.NameError");
    const [, , , model, called, positional, named = {}] = args as [
      string,
      number,
      string,
      string,
      string,
      unknown[],
      Record<string, unknown>,
    ];
    if (user !== this.user.id || key !== this.key) return told("odoo.exceptions.AccessDenied");
    if (positional.length > 0) return told("builtins.TypeError");
    const meddled = await this.meddled({ model, method: called, named });
    if (meddled !== undefined) return meddled;
    try {
      return respond({ result: this.call(model, called, named) });
    } catch (error) {
      return told(kindOf(error));
    }
  }

  private async json2(request: Request, model: string, method: string): Promise<Response> {
    const told = (kind: string, status: number) => Response.json({ name: kind, message: "?" }, { status });
    const { headers } = request;
    if (headers.get("x-odoo-database") !== "vigie") return html(404);
    if (!headers.get("content-type")?.includes("json")) return told("werkzeug.exceptions.BadRequest", 400);
    if (headers.get("authorization") !== `bearer ${this.key}`)
      return told("werkzeug.exceptions.Unauthorized", 401);
    const named = await request.json();
    const meddled = await this.meddled({ model, method, named });
    if (meddled !== undefined) return meddled;
    try {
      return Response.json(this.call(model, method, named));
    } catch (error) {
      return told(kindOf(error), error instanceof OdooError ? error.status : 500);
    }
  }

  private async meddled(asked: Asked): Promise<Response | undefined> {
    this.asked.push(asked);
    const isPage = asked.model === this.paged && asked.method === "search_read" && isPageOf(asked);
    return this.meddle(asked, isPage ? ++this.pages : 0);
  }

  private call(model: string, method: string, named: Record<string, unknown>): unknown {
    const { context = {}, ...rest } = named as { context?: { active_test?: boolean } };
    const there = this.models[model];
    if (!there && model !== "res.users")
      throw new OdooError(this.version < 19 ? "odoo.exceptions.UserError" : "NotFound", 404);
    const known = PARAMETERS[method];
    // Also what an Odoo of this version does not have.
    if (!known || (method === "read_group" && this.version >= 19))
      throw new OdooError("builtins.AttributeError", this.version < 19 ? 500 : 404);
    if (method === "formatted_read_group" && this.version < 19)
      throw new OdooError("builtins.AttributeError", 500);
    if (Object.keys(rest).some((name) => !known.includes(name)))
      throw new OdooError("builtins.TypeError", 422);
    if (method === "context_get") return this.context;
    if (!there) throw new OdooError("NotFound", 404);
    if (method === "fields_get") return Object.fromEntries(this.fieldsOf(model).map((field) => [field, {}]));
    if (there.hidden) throw new OdooError("odoo.exceptions.AccessError", 403);
    return this.search(model, method, rest, context.active_test !== false);
  }

  private search(
    model: string,
    method: string,
    named: Record<string, unknown>,
    activeOnly: boolean,
  ): unknown {
    const {
      domain = [],
      fields = [],
      order,
      limit,
      offset = 0,
    } = named as {
      domain?: unknown[];
      fields?: string[];
      order?: string;
      limit?: number;
      offset?: number;
    };
    const asksActive = JSON.stringify(domain).includes('["active"');
    const found = this.models[model]!.records.filter(
      (record) =>
        (!activeOnly || asksActive || record.active !== false) && this.matches(model, domain, record),
    );
    if (method === "search_count") return Math.min(found.length, limit ?? Number.POSITIVE_INFINITY);
    if (method === "read_group" || method === "formatted_read_group")
      return this.group(model, method, found, named);
    const page = sorted(found, order).slice(offset, limit ? offset + limit : undefined);
    if (method === "search") return page.map(({ id }) => id);
    for (const field of fields) this.mustHave(model, field);
    return page.map((record) =>
      Object.fromEntries(["id", ...fields].map((field) => [field, this.shown(model, field, record)])),
    );
  }

  private group(model: string, method: string, found: FakeRecord[], named: Record<string, unknown>): unknown {
    const { groupby = [], fields = [], aggregates = [] } = named as Record<string, string[]>;
    const formatted = method === "formatted_read_group";
    const specs = formatted ? aggregates : fields;
    const groups = new Map<string, Record<string, unknown>>();
    for (const record of found) {
      const keys = Object.fromEntries(groupby.map((field) => [field, this.shown(model, field, record)]));
      const group = groups.get(JSON.stringify(keys)) ?? keys;
      for (const spec of specs) {
        const field = spec.split(":")[0]!;
        this.mustHave(model, field);
        const name = formatted ? spec : field;
        group[name] = Number(group[name] ?? 0) + Number(record[field]);
      }
      groups.set(JSON.stringify(keys), group);
    }
    const empty = Object.fromEntries(specs.map((spec) => [formatted ? spec : spec.split(":")[0]!, false]));
    return groups.size === 0 && groupby.length === 0 ? [empty] : [...groups.values()];
  }

  /** Polish notation, as Odoo's: conditions are joined by "and" unless `"|"` stands before two. */
  private matches(model: string, domain: readonly unknown[], record: FakeRecord): boolean {
    const rest = [...domain];
    const next = (): boolean => {
      const term = rest.shift();
      if (term === "|") {
        const [one, other] = [next(), next()];
        return one || other;
      }
      return this.holds(model, term as [string, string, unknown], record);
    };
    let all = true;
    while (rest.length > 0) all = next() && all;
    return all;
  }

  private holds(
    model: string,
    [path, operator, value]: [string, string, unknown],
    record: FakeRecord,
  ): boolean {
    const [field = "", ...further] = path.split(".");
    this.mustHave(model, field);
    const related = this.models[model]?.relations?.[field];
    if (further.length > 0) {
      if (!related) throw NO_FIELD();
      const ids = [record[field]].flat();
      this.mustHave(related, further[0]!);
      return (this.models[related]?.records ?? [])
        .filter(({ id }) => ids.includes(id))
        .some((found) => this.holds(related, [further.join("."), operator, value], found));
    }
    return compare([record[field] ?? false].flat(), operator, value);
  }

  private shown(model: string, field: string, record: FakeRecord): unknown {
    const value = record[field] ?? false;
    const related = this.models[model]?.relations?.[field];
    if (!related || typeof value !== "number") return value;
    const target = this.models[related]?.records.find(({ id }) => id === value);
    return [value, target?.name ?? `${related},${value}`];
  }

  private fieldsOf(model: string): string[] {
    const { records, relations = {}, more = [] } = this.models[model]!;
    return [...new Set(["write_date", ...Object.keys(records[0] ?? {}), ...Object.keys(relations), ...more])];
  }

  private mustHave(model: string, field: string): void {
    if (field !== "id" && !this.fieldsOf(model).includes(field)) throw NO_FIELD();
  }
}

interface RpcParams {
  readonly service: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

const kindOf = (error: unknown): string => (error instanceof OdooError ? error.kind : "builtins.Exception");
const html = (status: number) =>
  new Response("<!doctype html><title>Odoo</title>", { status, headers: { "content-type": "text/html" } });
const isPageOf = ({ named }: Asked) =>
  JSON.stringify(named.domain ?? []).includes('["id",">"') ||
  JSON.stringify(named.domain).includes('["id","in"');

function compare(values: readonly unknown[], operator: string, value: unknown): boolean {
  const wanted = [value].flat();
  if (operator === "=" || operator === "in") return wanted.some((one) => values.includes(one));
  if (operator === "!=") return !wanted.some((one) => values.includes(one)) && values.length > 0;
  const order: Readonly<Record<string, (one: never, other: never) => boolean>> = {
    ">": (one, other) => one > other,
    ">=": (one, other) => one >= other,
    "<": (one, other) => one < other,
  };
  const holds = order[operator];
  if (!holds) throw new OdooError("builtins.ValueError", 500);
  return values.some((one) => one !== false && holds(one as never, value as never));
}

function sorted(records: readonly FakeRecord[], order = "id asc"): FakeRecord[] {
  const [field = "id", direction] = order.split(" ");
  const sign = direction === "desc" ? -1 : 1;
  return [...records].sort((one, other) => {
    const [a, b] = [one[field] as number, other[field] as number];
    return a === b ? one.id - other.id : sign * (a < b ? -1 : 1);
  });
}
