import type { Fetch } from "../../../src/crm/http";
import { matches, searchProblem } from "./search";

export interface FakeObject {
  readonly id: string;
  readonly properties: Record<string, string | null>;
  updatedAt?: number;
  archivedAt?: number;
}

/** From object type and id, to object type and id; a company may be the primary one. */
export type Link = readonly [from: string, fromId: string, to: string, toId: string, primary?: "primary"];

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;
type Json = Record<string, unknown>;

const OBJECT = /^\/crm\/v3\/objects\/([a-z_]+)(\/search|\/batch\/read)?$/;
const ASSOCIATIONS = /^\/crm\/v4\/associations\/([a-z_]+)\/([a-z_]+)\/batch\/read$/;
const PIPELINES = /^\/crm\/v3\/pipelines\/([a-z_]+)$/;
/** What HubSpot gives of every record, asked or not. */
const ALWAYS = ["hs_object_id", "hs_lastmodifieddate"];
const SINGULAR: Readonly<Record<string, string>> = { companies: "company", line_items: "line_item" };
const singular = (object: string): string => SINGULAR[object] ?? object.replace(/s$/, "");

/**
 * A HubSpot in this process, with the limits of its descriptions: a hundred records a list, two hundred a search and
 * ten thousand in all, a hundred ids a batch, a thousand associations; lists know no filters, searches no
 * associations. A scope that was not granted is refused, and so is whatever is no reading. `meddle` may answer in
 * its place: `nth` counts the list requests of the object under test.
 */
export class FakeHubSpot {
  readonly asked: Asked[] = [];
  readonly refusedPaths = new Set<string>();
  readonly absent = new Set<string>();
  token = "pat-eu1-secret";
  now = Date.parse("2026-11-23T10:00:00Z");
  callsLeft: number | undefined = 249_000;
  owners: Json[] = [];
  emails: Json[] = [];
  rates: Json[] = [];
  pipelines: Record<string, Json[]> = {};
  meddle: Meddle = () => undefined;
  private pages = 0;

  constructor(
    readonly objects: Record<string, FakeObject[]>,
    readonly links: Link[] = [],
    private readonly paged = "/crm/v3/objects/products",
  ) {}

  readonly fetch: Fetch = async (request) => {
    const { pathname: path, searchParams: query, origin } = new URL(request.url);
    const sent = request.method === "POST" ? await request.json() : undefined;
    const asked: Asked = { method: request.method, path, query, body: sent };
    this.asked.push(asked);
    const isPage =
      request.method === "GET" &&
      path === this.paged &&
      query.get("limit") !== "1" &&
      query.get("archived") !== "true";
    const meddled = this.meddle(asked, isPage ? ++this.pages : 0);
    if (meddled !== undefined) return meddled;
    if (origin !== "https://api.hubapi.com") return this.error(404, "NOT_FOUND");
    if (request.headers.get("authorization") !== `Bearer ${this.token}`)
      return this.error(401, "INVALID_AUTHENTICATION");
    if ([...this.refusedPaths].some((refused) => path.startsWith(refused)))
      return this.error(403, "MISSING_SCOPES");
    return this.answer(asked);
  };

  private answer({ method, path, query, body }: Asked): Response {
    const [, object = "", way = ""] = OBJECT.exec(path) ?? [];
    if (object) {
      const records = this.objects[object];
      if (!records || this.absent.has(object)) return this.error(404, "OBJECT_NOT_FOUND");
      if (method === "GET" && way === "") return this.list(object, records, query);
      if (method === "POST" && way === "/search") return this.search(records, body as Json);
      if (method === "POST" && way === "/batch/read") return this.batch(records, query, body as Json);
      return this.error(405, "METHOD_NOT_ALLOWED");
    }
    const [, from = "", to = ""] = ASSOCIATIONS.exec(path) ?? [];
    if (from && method === "POST") return this.associations(from, to, body as Json);
    if (method !== "GET") return this.error(405, "METHOD_NOT_ALLOWED");
    const [, pipelinesOf = ""] = PIPELINES.exec(path) ?? [];
    if (pipelinesOf) return this.json({ results: this.pipelines[pipelinesOf] ?? [] });
    if (path === "/account-info/v3/details")
      return this.json({ portalId: 1, timeZone: "Europe/Paris", companyCurrency: "EUR" });
    if (path === "/settings/v3/currencies/exchange-rates/current") return this.json({ results: this.rates });
    if (path === "/crm/v3/owners/") return this.plainList(this.owners, query, 500);
    if (path === "/marketing/v3/emails/") return this.plainList(this.emails, query, 100);
    return this.error(404, "NOT_FOUND");
  }

  private list(object: string, all: FakeObject[], query: URLSearchParams): Response {
    const limit = Number(query.get("limit") ?? "10");
    if (!(limit >= 1 && limit <= 100)) return this.error(400, "VALIDATION_ERROR");
    const wanted = query.get("associations");
    const archived = query.get("archived") === "true";
    const after = Number(query.get("after") ?? "0");
    const rest = this.inOrder(all).filter(
      (record) => Number(record.id) > after && (record.archivedAt !== undefined) === archived,
    );
    const page = rest.slice(0, limit);
    return this.json({
      results: page.map((record) => ({
        ...this.shown(record, (query.get("properties") ?? "").split(",")),
        ...(wanted && this.listedLinks(object, record.id, wanted)),
      })),
      ...(rest.length > limit && { paging: { next: { after: page.at(-1)!.id, link: "?" } } }),
    });
  }

  /**
   * As in a list: the primary company twice, under both names of its association; line items under a name with a
   * space; nothing at all where there is none.
   */
  private listedLinks(object: string, id: string, wanted: string): Json {
    const associations: Json = {};
    for (const to of wanted.split(",")) {
      const type = `${singular(object)}_to_${singular(to)}`;
      const results = this.linksOf(object, id, to).flatMap(({ toId, primary }) => [
        ...(primary ? [{ id: toId, type }] : []),
        { id: toId, type: `${type}_unlabeled` },
      ]);
      if (results.length > 0) associations[to.replace("_", " ")] = { results };
    }
    return Object.keys(associations).length > 0 ? { associations } : {};
  }

  private plainList(all: Json[], query: URLSearchParams, most: number): Response {
    const limit = Number(query.get("limit") ?? most);
    if (!(limit >= 1 && limit <= most)) return this.error(400, "VALIDATION_ERROR");
    const archived = query.get("archived") === "true";
    const kept = all.filter((one) => (one.archived === true) === archived);
    const from = Number(query.get("after") ?? "0");
    const next = { after: String(from + limit), link: "?" };
    return this.json({
      results: kept.slice(from, from + limit),
      ...(kept.length > from + limit && { paging: { next } }),
    });
  }

  private search(all: FakeObject[], body: Json): Response {
    const problem = searchProblem(body);
    if (problem) return this.error(400, problem);
    const found = this.inOrder(all).filter(
      (record) => record.archivedAt === undefined && matches(body, this.valuesOf(record)),
    );
    const page = found.slice(0, (body.limit as number | undefined) ?? 10);
    return this.json({
      total: found.length,
      results: page.map((record) => this.shown(record, (body.properties as string[]) ?? [])),
    });
  }

  private batch(all: FakeObject[], query: URLSearchParams, body: Json): Response {
    const inputs = body.inputs as { id: string }[];
    if (!Array.isArray(inputs) || inputs.length > 100 || !body.properties || !body.propertiesWithHistory)
      return this.error(400, "VALIDATION_ERROR");
    const archived = query.get("archived") === "true";
    const found = inputs.flatMap(({ id }) =>
      all.filter((record) => record.id === id && (record.archivedAt !== undefined) === archived),
    );
    const results = found.map((record) => this.shown(record, body.properties as string[]));
    return this.batched(results, found.length < inputs.length);
  }

  private associations(from: string, to: string, body: Json): Response {
    const inputs = body.inputs as { id: string }[];
    if (!Array.isArray(inputs) || inputs.length > 1_000) return this.error(400, "VALIDATION_ERROR");
    const results = inputs.flatMap(({ id }) => {
      const found = this.linksOf(from, id, to).map(({ toId, primary }) => ({
        toObjectId: Number(toId),
        associationTypes: [
          ...(primary ? [{ category: "HUBSPOT_DEFINED", typeId: 5, label: "Primary" }] : []),
          { category: "HUBSPOT_DEFINED", typeId: 341, label: null },
        ],
      }));
      return found.length > 0 ? [{ from: { id }, to: found }] : [];
    });
    return this.batched(results, results.length < inputs.length);
  }

  private batched(results: unknown[], partial: boolean): Response {
    const at = new Date(this.now).toISOString();
    const errors = partial
      ? { numErrors: 1, errors: [{ status: "error", category: "OBJECT_NOT_FOUND" }] }
      : {};
    return this.json(
      { status: "COMPLETE", results, startedAt: at, completedAt: at, ...errors },
      partial ? 207 : 200,
    );
  }

  private linksOf(object: string, id: string, to: string): { toId: string; primary: boolean }[] {
    const live = (type: string, other: string) =>
      (this.objects[type] ?? []).some((record) => record.id === other && record.archivedAt === undefined);
    return this.links.flatMap(([from, fromId, toType, toId, primary]) => {
      if (from === object && fromId === id && toType === to && live(to, toId))
        return [{ toId, primary: primary === "primary" }];
      return toType === object && toId === id && from === to && live(to, fromId)
        ? [{ toId: fromId, primary: false }]
        : [];
    });
  }

  private valuesOf(record: FakeObject): Record<string, string | null> {
    const at = record.updatedAt ?? Date.parse("2024-01-01T00:00:00Z");
    return { ...record.properties, hs_object_id: record.id, hs_lastmodifieddate: new Date(at).toISOString() };
  }

  private shown(record: FakeObject, wanted: readonly string[]): Json {
    const values = this.valuesOf(record);
    const names = [...ALWAYS, ...wanted.filter((name) => name !== "" && name in values)];
    return {
      id: record.id,
      properties: Object.fromEntries(names.map((name) => [name, values[name]])),
      createdAt: "2024-01-01T00:00:00.000Z",
      updatedAt: values.hs_lastmodifieddate,
      archived: record.archivedAt !== undefined,
      ...(record.archivedAt !== undefined && { archivedAt: new Date(record.archivedAt).toISOString() }),
    };
  }

  private inOrder(all: FakeObject[]): FakeObject[] {
    return [...all].sort((one, other) => Number(one.id) - Number(other.id));
  }

  private json(body: unknown, status = 200): Response {
    const headers: Record<string, string> = { date: new Date(this.now).toUTCString() };
    if (this.callsLeft !== undefined)
      headers["x-hubspot-ratelimit-daily-remaining"] = String(this.callsLeft--);
    return Response.json(body, { status, headers });
  }

  private error(status: number, category: string): Response {
    return this.json({ status: "error", category, message: "?", context: {}, links: {}, errors: [] }, status);
  }
}
