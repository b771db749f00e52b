import type { Fetch } from "../../../src/crm/http";
import type { AccessTokens } from "../../../src/crm/signIn";
import { type Filter, parseFilter } from "./odataFilter";
import { SCHEMA } from "./schema";

export type FakeRecord = Readonly<Record<string, unknown>>;
type Meddle = (url: URL, nth: number) => Response | Promise<Response> | undefined;

export const ADDRESS = "https://nord.crm4.dynamics.com";
const BASE = `${ADDRESS}/api/data/v9.2/`;
const MOST_A_PAGE = 5_000;
const OPTIONS = new Set(["$select", "$expand", "$filter", "$orderby", "$skiptoken"]);
const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const KIND = "@Microsoft.Dynamics.CRM.lookuplogicalname";

/**
 * A Dataverse in this process that enforces what its documentation says: GET alone, the token, OData 4.0 headers, the
 * columns and relations of each table, pages by cookie, no aggregate beyond 50,000 records. `meddle` may answer in its
 * place: `nth` counts the pages of records of the set under test.
 */
export class FakeDataverse {
  readonly asked: { method: string; url: string }[] = [];
  meddle: Meddle = () => undefined;
  now = new Date("2026-11-23T09:00:00Z");
  token = "token-1";
  handedOut = this.token;
  renewals = 0;
  mostToAggregate = 50_000;
  /** Sets this person may not read. */
  readonly forbidden = new Set<string>();
  private pages = 0;
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly records: Record<string, FakeRecord[]>,
    private readonly paged = "",
  ) {}

  readonly tokens: AccessTokens = {
    granted: {},
    current: async () => this.handedOut,
    renewed: async () => {
      this.renewals++;
      this.handedOut = this.token;
      return this.token;
    },
  };

  readonly fetch: Fetch = async (request) => {
    const url = new URL(request.url);
    this.asked.push({ method: request.method, url: decodeURIComponent(request.url) });
    const columns = url.searchParams.get("$select") ?? "";
    const isPage =
      url.pathname.endsWith(`/${this.paged}`) && columns.includes(",") && pageSizeOf(request) !== 1;
    const answer = (await this.meddle(url, isPage ? ++this.pages : 0)) ?? this.answer(url, request);
    answer.headers.set("date", this.now.toUTCString());
    return answer;
  };

  private answer(url: URL, request: Request): Response {
    if (!request.url.startsWith(BASE)) return new Response("Not found", { status: 404 });
    if (request.method !== "GET") return error(405, "0x80060888");
    if (request.url.length > 32_768) return error(414, "0x0");
    if (request.headers.get("authorization") !== `Bearer ${this.token}`)
      return new Response("", { status: 401 });
    if (request.headers.get("odata-version") !== "4.0") return error(400, "0x80060888");
    const path = decodeURIComponent(url.pathname).slice(new URL(BASE).pathname.length);
    if (path === "WhoAmI")
      return Response.json({
        BusinessUnitId: guid("b", 1),
        UserId: guid("u", 1),
        OrganizationId: guid("0", 1),
      });
    const [, named] = /^RetrieveTotalRecordCount\(EntityNames=\['(\w+)'\]\)$/.exec(path) ?? [];
    if (named) return this.totalCount(named);
    const [, set = "", id] = /^(\w+)(?:\(([0-9a-f-]{36})\))?$/.exec(path) ?? [];
    if (!SCHEMA[set] || !this.records[set]) return error(404, "0x8006088a");
    if (this.forbidden.has(set)) return error(403, "0x80040220");
    try {
      if (id) return this.one(set, id, url.searchParams);
      const xml = url.searchParams.get("fetchXml");
      return xml === null ? this.page(set, url, request) : this.aggregate(set, xml);
    } catch {
      return error(400, "0x80060888");
    }
  }

  private totalCount(entity: string): Response {
    const [set = ""] = Object.entries(SCHEMA).find(([, one]) => one.entity === entity) ?? [];
    const Values = [this.records[set]?.length ?? 0];
    return Response.json({ EntityRecordCountCollection: { Count: 1, Keys: [entity], Values } });
  }

  private one(set: string, id: string, options: URLSearchParams): Response {
    const record = this.records[set]!.find((one) => one[SCHEMA[set]!.id] === id);
    return record ? Response.json(this.shown(set, record, options)) : error(404, "0x80040217");
  }

  private page(set: string, url: URL, request: Request): Response {
    const options = url.searchParams;
    for (const name of options.keys()) if (!OPTIONS.has(name)) throw new Error(name);
    const { id } = SCHEMA[set]!;
    if (options.has("$orderby") && options.get("$orderby") !== id) throw new Error("order");
    const cookie = options.get("$skiptoken");
    const last = cookie === null ? "" : this.cookies.get(cookie);
    if (last === undefined) throw new Error("cookie");
    const found = this.found(set, options)
      .filter((record) => String(record[id]) > last)
      .sort((one, other) => (String(one[id]) < String(other[id]) ? -1 : 1));
    const size = Math.min(pageSizeOf(request) ?? MOST_A_PAGE, MOST_A_PAGE);
    const shown = found.slice(0, size);
    const more = found.length > size;
    return Response.json({
      "@odata.context": `${BASE}$metadata#${set}`,
      value: shown.map((record) => this.shown(set, record, options)),
      ...(more && { "@odata.nextLink": this.linkAfter(url, String(shown.at(-1)![id])) }),
    });
  }

  /** The address of the page behind this id. */
  linkAfter(url: URL, last: string): string {
    const cookie = `<cookie pagenumber="${this.cookies.size + 2}" last="${last}"/>`;
    this.cookies.set(cookie, last);
    const next = new URL(url);
    next.searchParams.set("$skiptoken", cookie);
    return next.href;
  }

  private found(set: string, options: URLSearchParams): FakeRecord[] {
    const text = options.get("$filter");
    const filter: Filter = text === null ? () => true : parseFilter(text);
    // An unknown column is an error even where there are no records.
    if (text !== null) filter(this.reader(set, {}), this.relations(set, {}));
    return this.records[set]!.filter((record) =>
      filter(this.reader(set, record), this.relations(set, record)),
    );
  }

  private aggregate(set: string, xml: string): Response {
    const [, entity] = /^<fetch aggregate="true"><entity name="(\w+)">/.exec(xml) ?? [];
    if (entity !== SCHEMA[set]!.entity) throw new Error("entity");
    const [before = "", linked = ""] = xml.split(/<link-entity (?=name="\w+" from="\w+" to="\w+">)/);
    const [, column = ""] = /to="(\w+)"/.exec(linked) ?? [];
    const tests = [
      ...conditionsIn(before).map((test) => ({ test, path: "" })),
      ...conditionsIn(linked).map((test) => ({ test, path: `${column}/` })),
    ];
    const found = this.records[set]!.filter((record) => {
      const read = this.reader(set, record);
      return tests.every(({ test, path }) => test(read, path));
    });
    if (found.length > this.mostToAggregate) return error(400, "0x8004E023");
    const row: Record<string, number> = {};
    for (const [, name = "", how, alias = ""] of xml.matchAll(
      /<attribute name="(\w+)" aggregate="(count|sum)" alias="(\w+)"\/>/g,
    )) {
      if (!SCHEMA[set]!.columns.has(name)) throw new Error(name);
      const sum = () => found.reduce((total, record) => total + Number(record[name] ?? 0), 0);
      row[alias] = how === "count" ? found.length : sum();
    }
    return Response.json({ value: [row] });
  }

  private shown(set: string, record: FakeRecord, options: URLSearchParams): FakeRecord {
    const shown: Record<string, unknown> = { "@odata.etag": 'W/"1"' };
    const { id } = SCHEMA[set]!;
    const read = this.reader(set, record);
    for (const column of [id, ...(options.get("$select") ?? "").split(",")]) {
      shown[column] = read(column) ?? null;
      // Dataverse leaves annotations of empty columns out.
      for (const note of [FORMATTED, KIND])
        if (record[column + note] !== undefined) shown[column + note] = record[column + note];
    }
    for (const [, name = "", columns = ""] of (options.get("$expand") ?? "").matchAll(
      /(\w+)\(\$select=([\w,]+)\)/g,
    )) {
      const [parentSet = "", reference = ""] = SCHEMA[set]!.parents[name] ?? [];
      if (!SCHEMA[parentSet]) throw new Error(name);
      const parent = this.parentOf(parentSet, record[reference]);
      const inner = new URLSearchParams({ $select: columns });
      shown[name] = parent ? this.shown(parentSet, parent, inner) : null;
    }
    return shown;
  }

  private reader(set: string, record: FakeRecord) {
    return (path: string): unknown => {
      const [first = "", second] = path.split("/");
      if (second === undefined) {
        if (!SCHEMA[set]!.columns.has(first)) throw new Error(first);
        return record[first];
      }
      const [parentSet = "", reference = ""] = SCHEMA[set]!.parents[first] ?? [];
      if (!SCHEMA[parentSet]?.columns.has(second)) throw new Error(path);
      return this.parentOf(parentSet, record[reference])?.[second];
    };
  }

  private relations(set: string, record: FakeRecord) {
    return (collection: string) => {
      const [other, column] = SCHEMA[set]!.collections[collection] ?? [];
      if (!other || !column || !this.records[other]) throw new Error(collection);
      return this.records[other]
        .filter((one) => one[column] === record[SCHEMA[set]!.id] && one[column] !== undefined)
        .map((one) => this.reader(other, one));
    };
  }

  private parentOf(set: string, id: unknown): FakeRecord | undefined {
    return this.records[set]?.find((one) => one[SCHEMA[set]!.id] === id);
  }
}

type XmlTest = (read: (path: string) => unknown, path: string) => boolean;

function conditionsIn(xml: string): XmlTest[] {
  return [...xml.matchAll(/<condition attribute="(\w+)" operator="([\w-]+)" value="([^"]*)"\/>/g)].map(
    ([, attribute = "", operator, value = ""]): XmlTest => {
      if (operator === "ne") return (read, path) => String(read(path + attribute)) !== value;
      if (operator === "on-or-before")
        return (read, path) => String(read(path + attribute)).slice(0, 10) <= value;
      throw new Error(operator);
    },
  );
}

function pageSizeOf(request: Request): number | undefined {
  const [, size] = /odata\.maxpagesize=(\d+)/.exec(request.headers.get("prefer") ?? "") ?? [];
  return size === undefined ? undefined : Number(size);
}

/** The nth id of a kind of record: readable, and in order. */
export const guid = (kind: string, nth: number): string =>
  `${kind.charCodeAt(0).toString(16).padStart(8, "0")}-0000-4000-8000-${String(nth).padStart(12, "0")}`;

export const error = (status: number, code: string): Response =>
  Response.json({ error: { code, message: "…" } }, { status });
