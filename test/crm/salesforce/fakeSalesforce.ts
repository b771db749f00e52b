import type { Fetch } from "../../../src/crm/http";
import type { AccessTokens } from "../../../src/crm/signIn";
import { parseSoql, type Query } from "./soqlQuery";
import { STANDARD_FIELDS } from "./standardFields";

export type FakeRecord = Readonly<Record<string, unknown>> & { readonly Id: string };

/** What a request was: its path without the version, and its SOQL. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly soql: string;
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;

export const ADDRESS = "https://nord.my.salesforce.com";
const BASE = "/services/data/v62.0";
/** The most an answer holds, whatever LIMIT says. */
const BATCH = 2_000;
/** Parent → the field that refers to it, and its object. */
const PARENTS: Readonly<Record<string, readonly [string, string]>> = {
  "OrderItem.Order": ["OrderId", "Order"],
  "User.UserRole": ["UserRoleId", "UserRole"],
};

/**
 * A Salesforce in this process that enforces what its documentation says: GET alone, the token, the fields of each
 * object, batches, the quota of the day, the recycle bin and the archive. `meddle` may answer in its place: `nth`
 * counts the pages of records of the object under test.
 */
export class FakeSalesforce {
  readonly asked: Asked[] = [];
  readonly fields: Record<string, Set<string>>;
  meddle: Meddle = () => undefined;
  now = new Date("2026-11-23T09:00:00Z");
  batch = BATCH;
  callsLeft = 1_000;
  token = "token-1";
  renewals = 0;
  /** Ids that were deleted and are no longer in the recycle bin, with when; by object. */
  readonly purged: Record<string, { id: string; deletedDate: string }[]> = {};
  earliestDeletion = "2026-11-01T00:00:00.000+0000";
  private pages = 0;

  constructor(
    readonly records: Record<string, FakeRecord[]>,
    private readonly paged = "",
  ) {
    this.fields = Object.fromEntries(
      Object.entries(STANDARD_FIELDS).map(([object, names]) => [object, new Set(names.split(" "))]),
    );
  }

  /** What the gateway would hand the connector. */
  readonly tokens: AccessTokens = {
    granted: { instance_url: ADDRESS },
    current: async () => this.handedOut,
    renewed: async () => {
      this.renewals++;
      this.handedOut = this.token;
      return this.token;
    },
  };
  handedOut = this.token;

  readonly fetch: Fetch = async (request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace(BASE, "");
    const asked = { method: request.method, path, soql: url.searchParams.get("q") ?? "" };
    this.asked.push(asked);
    const isPage = new RegExp(`FROM ${this.paged} .*ORDER BY Id LIMIT`).test(`${asked.soql} `);
    const meddled = this.meddle(asked, isPage ? ++this.pages : 0);
    const answer = (await meddled) ?? this.answer(url, request);
    answer.headers.set("date", this.now.toUTCString());
    answer.headers.set("sforce-limit-info", `api-usage=${5_000 - this.callsLeft}/5000`);
    return answer;
  };

  private answer(url: URL, request: Request): Response {
    if (url.origin !== ADDRESS) return new Response("Not found", { status: 404 });
    if (request.method !== "GET") return error(405, "METHOD_NOT_ALLOWED");
    if (url.href.length > 16_384) return error(414, "URI_TOO_LONG");
    if (url.pathname === "/services/data/")
      return Response.json([{ label: "Winter '25", url: BASE, version: "62.0" }]);
    if (request.headers.get("authorization") !== `Bearer ${this.token}`)
      return error(401, "INVALID_SESSION_ID");
    if (url.pathname === "/services/oauth2/userinfo")
      return Response.json({ name: "Anne Roy", zoneinfo: "Europe/Paris" });
    if (this.callsLeft <= 0) return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    this.callsLeft--;
    const path = url.pathname.replace(BASE, "");
    if (path === "/limits")
      return Response.json({ DailyApiRequests: { Max: 5_000, Remaining: this.callsLeft } });
    const [, object = "", what] = /^\/sobjects\/(\w+)\/(describe|deleted)\/?$/.exec(path) ?? [];
    if (what === "describe") return this.describe(object);
    if (what === "deleted") return this.deleted(object, url.searchParams);
    if (path === "/query" || path === "/queryAll")
      return this.query(url.searchParams.get("q") ?? "", path === "/queryAll");
    return error(404, "NOT_FOUND");
  }

  private describe(object: string): Response {
    const fields = this.fields[object];
    if (!fields || !this.records[object]) return error(404, "NOT_FOUND");
    return Response.json({ name: object, queryable: true, fields: [...fields].map((name) => ({ name })) });
  }

  private deleted(object: string, span: URLSearchParams): Response {
    const [start, end] = [Date.parse(span.get("start") ?? ""), Date.parse(span.get("end") ?? "")];
    if (!(end - start >= 60_000) || end > this.now.getTime() + 1_000)
      return error(400, "INVALID_REPLICATION_DATE");
    const inBin = (this.records[object] ?? []).filter(({ IsDeleted }) => IsDeleted === true);
    const ids = [
      ...inBin.map(({ Id, SystemModstamp }) => ({ id: Id, deletedDate: String(SystemModstamp) })),
      ...(this.purged[object] ?? []),
    ];
    return Response.json({
      deletedRecords: ids.filter(({ deletedDate }) => Date.parse(deletedDate) >= start),
      earliestDateAvailable: this.earliestDeletion,
      latestDateCovered: this.now.toISOString(),
    });
  }

  private query(soql: string, all: boolean): Response {
    let query: Query;
    try {
      query = parseSoql(soql);
    } catch {
      return error(400, "MALFORMED_QUERY");
    }
    const records = this.records[query.object];
    if (!records || !this.fields[query.object]) return error(400, "INVALID_TYPE");
    const unknown = [...query.select, ...query.fieldsTested].find((field) => !this.has(query.object, field));
    if (unknown !== undefined) return error(400, "INVALID_FIELD", `No such column '${unknown}'`);
    const found = records
      .filter((record) => all || (record.IsDeleted !== true && record.IsArchived !== true))
      .filter((record) => query.where?.((field) => this.read(query.object, record, field)) ?? true)
      .sort((one, other) => (one.Id < other.Id ? -1 : 1))
      .slice(0, query.limit);
    return this.result(query, found);
  }

  private result({ aggregate, select, object }: Query, found: readonly FakeRecord[]): Response {
    if (aggregate?.name === "COUNT")
      return Response.json({ totalSize: found.length, done: true, records: [] });
    if (aggregate) {
      const total = found.reduce((sum, record) => sum + Number(record[aggregate.field] ?? 0), 0);
      const records = [{ attributes: { type: "AggregateResult" }, total: found.length ? total : null }];
      return Response.json({ totalSize: 1, done: true, records });
    }
    const batch = found.slice(0, this.batch);
    const done = batch.length === found.length;
    return Response.json({
      totalSize: found.length,
      done,
      ...(!done && { nextRecordsUrl: `${BASE}/query/01gRO0000016PIAYA2-${batch.length}` }),
      records: batch.map((record) => this.shown(object, record, select)),
    });
  }

  private shown(object: string, record: FakeRecord, select: readonly string[]): Record<string, unknown> {
    const shown: Record<string, unknown> = {
      attributes: { type: object, url: `${BASE}/sobjects/${object}/${record.Id}` },
    };
    for (const field of select) {
      const [parent, name] = field.split(".");
      if (name === undefined) shown[field] = record[field] ?? null;
      else if (!this.parent(object, record, parent!)) shown[parent!] = null;
      else
        shown[parent!] = { ...(shown[parent!] as object), [name]: this.read(object, record, field) ?? null };
    }
    return shown;
  }

  private has(object: string, field: string): boolean {
    const [parent, name] = field.split(".");
    if (name === undefined) return this.fields[object]?.has(field) === true;
    const [, parentObject = ""] = PARENTS[`${object}.${parent}`] ?? [];
    return this.fields[parentObject]?.has(name) === true;
  }

  private read(object: string, record: FakeRecord, field: string): unknown {
    const [parent, name] = field.split(".");
    return name === undefined ? record[field] : this.parent(object, record, parent!)?.[name];
  }

  private parent(object: string, record: FakeRecord, parent: string): FakeRecord | undefined {
    const [reference = "", parentObject = ""] = PARENTS[`${object}.${parent}`] ?? [];
    return this.records[parentObject]?.find(({ Id }) => Id === record[reference]);
  }
}

export const error = (status: number, errorCode: string, message = "…"): Response =>
  Response.json([{ message, errorCode }], { status });
