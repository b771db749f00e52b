import type { Fetch } from "../../../src/crm/http";

/** A record: what SQL filters see of it, and what the API shows. Both have its id. */
export interface FakeItem {
  readonly id: number;
  readonly sql: Readonly<Record<string, string | number | null>>;
  readonly shown: Readonly<Record<string, unknown>>;
}

export interface FakeList {
  items: FakeItem[];
  /** No right to read it, or the module is not activated: Dolibarr says the same. */
  hidden?: boolean;
}

export interface Asked {
  readonly method: string;
  readonly resource: string;
  readonly query: URLSearchParams;
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;

export const FAKE_KEY = "k3yOfVigie0123456789";
/** Lists that tell their total in version 22. */
const COUNTED = new Set(["orders", "invoices", "tickets", "thirdparties"]);
const MEMBERS_OF = /^thirdparties\/(\d+)\/representatives$/;

class DolibarrError extends Error {
  constructor(
    readonly status: number,
    readonly told = "Refused",
  ) {
    super(String(status));
  }
}

/** Lists for which version 22 says an empty `[]`; for others it is a 404, as in 18. */
const EMPTY_IN_22 = new Set(["orders", "tickets"]);

/**
 * A Dolibarr in this process that answers as its version does: the key in DOLAPIKEY, a 404 that explains itself for an
 * empty list (in 22 `[]` for some), a filter's value cut at its first colon in 18, 501 for a list that does not exist, 503 for SQL that fails (an unknown column, `t.rowid` of agenda
 * events), properties trimmed in 22 only, numbers as text. Anything but GET is refused. `meddle` may answer in its
 * place: `nth` counts the page requests of the list under test.
 */
export class FakeDolibarr {
  readonly asked: Asked[] = [];
  meddle: Meddle = () => undefined;
  key = FAKE_KEY;
  /** API_PRODUCTION_MODE: nothing is explained. */
  production = false;
  private pages = 0;

  constructor(
    readonly version: 18 | 22,
    readonly lists: Record<string, FakeList>,
    private readonly paged = "products",
  ) {}

  readonly fetch: Fetch = async (request) => {
    const url = new URL(request.url);
    const [, resource = ""] = /^\/api\/index\.php\/(.+)$/.exec(url.pathname) ?? [];
    if (resource === "")
      return new Response("<html>Not Found</html>", {
        status: 404,
        headers: { "content-type": "text/html" },
      });
    const asked: Asked = { method: request.method, resource, query: url.searchParams };
    this.asked.push(asked);
    const isPage = resource === this.paged && url.searchParams.get("sqlfilters")?.includes(":>:") === true;
    const meddled = this.meddle(asked, isPage ? ++this.pages : 0);
    if (meddled !== undefined) return meddled;
    if (request.method !== "GET") return refusal(405);
    if (request.headers.get("dolapikey") !== this.key) return refusal(401);
    try {
      return Response.json(this.answer(resource, url.searchParams));
    } catch (error) {
      return error instanceof DolibarrError ? refusal(error.status, error.told) : refusal(500);
    }
  };

  private answer(resource: string, query: URLSearchParams): unknown {
    if (resource === "status")
      return { success: { code: 200, dolibarr_version: `${this.version}.0.0`, access_locked: "0" } };
    const [, thirdParty] = MEMBERS_OF.exec(resource) ?? [];
    const list = this.lists[thirdParty === undefined ? resource : "representatives"];
    if (!list) throw new DolibarrError(501);
    if (list.hidden) throw new DolibarrError(this.version < 22 ? 401 : 403);
    const items = list.items.filter(
      (item) => thirdParty === undefined || item.sql.fk_soc === Number(thirdParty),
    );
    return this.list(resource, items, query);
  }

  private list(resource: string, items: readonly FakeItem[], query: URLSearchParams): unknown {
    const idColumn = resource === "agendaevents" ? "id" : "rowid";
    const category = query.get("category");
    const found = items.filter(
      (item) =>
        holds(query.get("sqlfilters"), item, idColumn, this.version) &&
        (category === null || item.sql.category === Number(category)) &&
        (resource !== "categories" || query.get("type") === "product"),
    );
    const sorted = inOrder(found, query, idColumn);
    const limit = Number(query.get("limit") ?? 100);
    const from = limit * Number(query.get("page") ?? 0);
    const page = limit === 0 ? sorted : sorted.slice(from, from + limit);
    const shown =
      query.get("ids_only") === "true"
        ? page.map(({ id }) => String(id))
        : page.map((item) => this.trimmed(item, query.get("properties")));
    if (this.version >= 22 && query.get("pagination_data") === "true" && COUNTED.has(resource))
      return { data: shown, pagination: { total: found.length, page: 0, page_count: 1, limit } };
    if (shown.length === 0 && this.tells404(resource))
      throw new DolibarrError(404, this.explanation(resource));
    return shown;
  }

  private tells404(resource: string): boolean {
    return this.version < 22 || !EMPTY_IN_22.has(resource);
  }

  private explanation(resource: string): string {
    return this.production ? "Not Found" : `Not Found: No ${resource} found`;
  }

  private trimmed({ id, shown }: FakeItem, properties: string | null): unknown {
    const whole = { id: String(id), ...shown, array_options: [], entity: "1" };
    if (this.version < 22 || properties === null) return whole;
    const wanted = new Set(properties.split(","));
    return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.has(name)));
  }
}

const refusal = (status: number, message = "Refused") =>
  Response.json({ error: { code: status, message } }, { status });

const CONDITION = /^\(t\.([a-z_]+):(=|>|>=|<):('?)([^'()]*)\3\)$/;

/** `(a) and (b) and ((c) or (d))`, each `(t.column:operator:value)`. */
function holds(filters: string | null, item: FakeItem, idColumn: string, version: number): boolean {
  if (filters === null || filters === "") return true;
  return filters.split(/ and (?=\()/).every((term) => {
    const alternatives = term.startsWith("((") ? term.slice(1, -1).split(" or ") : [term];
    return alternatives.some((alternative) => {
      const [, column = "", operator = "", , value = ""] = CONDITION.exec(alternative) ?? [];
      if (column === "") throw new DolibarrError(version < 22 ? 503 : 400);
      const cell = cellOf(item, column, idColumn);
      if (column !== "tms") return compare(cell, operator, value);
      // A database reads both forms of a moment; 18 cuts at the colon, and what is left is 0.
      const moment = version < 22 && value.includes(":") ? "0" : value.replace(/\D/g, "");
      return compare(String(cell).replace(/\D/g, ""), operator, moment);
    });
  });
}

function cellOf(item: FakeItem, column: string, idColumn: string): string | number | null {
  if (column === idColumn) return item.id;
  const value = item.sql[column];
  if (value === undefined) throw new DolibarrError(503);
  return value;
}

function compare(value: string | number | null, operator: string, text: string): boolean {
  if (value === null) return false;
  const other = typeof value === "number" ? Number(text) : text;
  if (operator === "=") return value === other;
  if (operator === "<") return value < other;
  return operator === ">" ? value > other : value >= other;
}

function inOrder(items: readonly FakeItem[], query: URLSearchParams, idColumn: string): FakeItem[] {
  const column = (query.get("sortfield") ?? `t.${idColumn}`).replace(/^t\./, "");
  const sign = query.get("sortorder") === "DESC" ? -1 : 1;
  return [...items].sort((one, other) => {
    const [a, b] = [cellOf(one, column, idColumn), cellOf(other, column, idColumn)];
    return a === b ? one.id - other.id : sign * ((a ?? "") < (b ?? "") ? -1 : 1);
  });
}
