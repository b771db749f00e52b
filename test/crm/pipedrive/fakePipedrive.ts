import type { Fetch } from "../../../src/crm/http";

export type FakeRecord = Record<string, unknown> & { readonly id: number | string };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

type Meddle = (asked: Asked, nth: number) => Response | Promise<Response> | undefined;

/** The parameters of each list of API v2; anything else is refused, as Pipedrive's stricter v2 does. */
const PAGING = ["limit", "cursor"];
const SORTED = [...PAGING, "sort_by", "sort_direction", "updated_since"];
const V2_LISTS: Readonly<Record<string, readonly string[]>> = {
  deals: [...SORTED, "status"],
  "deals/archived": [...SORTED, "status"],
  "deals/products": [...PAGING, "sort_by", "sort_direction", "deal_ids"],
  organizations: SORTED,
  products: SORTED,
  activities: [...SORTED, "done"],
  stages: [...PAGING, "sort_by", "sort_direction", "pipeline_id"],
  organizationFields: PAGING,
  productFields: PAGING,
};

/**
 * A Pipedrive in this process: API v2 by cursor, v1 by offset, five hundred records at a time at most, a hundred
 * deals whose products are asked for; deals and leads in the archive apart, what was deleted nowhere; a budget of
 * tokens, told in headers. It refuses whatever is no GET. `meddle` may answer in its place: `nth` counts the pages of
 * products that are asked for in full.
 */
export class FakePipedrive {
  readonly asked: Asked[] = [];
  readonly refused = new Set<string>();
  readonly absent = new Set<string>();
  token = "api-token-secret";
  bearer: string | undefined;
  now = Date.parse("2026-11-23T10:00:00Z");
  tokensLeft: number | undefined = 100_000;
  rates: Record<string, number> = { EUR: 1 };
  me: FakeRecord = { id: 1, name: "Anne Petit", default_currency: "EUR", timezone_name: "Europe/Paris" };
  pageSize = 500;
  meddle: Meddle = () => undefined;
  private pages = 0;

  constructor(readonly lists: Record<string, FakeRecord[]>) {}

  readonly fetch: Fetch = async (request) => {
    const { pathname, searchParams: query, origin } = new URL(request.url);
    const [, version = "", path = ""] = /^\/api\/(v[12])\/(.+)$/.exec(pathname) ?? [];
    const asked: Asked = { method: request.method, path, query };
    this.asked.push(asked);
    const isPage = path === "products" && query.get("limit") === "500";
    const meddled = this.meddle(asked, isPage ? ++this.pages : 0);
    if (meddled !== undefined) return meddled;
    if (request.method !== "GET") return this.error(405);
    const home = this.bearer === undefined ? "https://api.pipedrive.com" : "https://societe.pipedrive.com";
    if (origin !== home) return this.error(404);
    const allowed =
      this.bearer === undefined
        ? request.headers.get("x-api-token") === this.token
        : request.headers.get("authorization") === `Bearer ${this.bearer}`;
    if (!allowed) return this.error(401);
    if (this.refused.has(path)) return this.error(403);
    if (this.absent.has(path)) return this.error(404);
    if (this.tokensLeft !== undefined) this.tokensLeft -= version === "v2" ? 10 : 20;
    return version === "v2" ? this.v2(path, query) : this.v1(path, query);
  };

  private v2(path: string, query: URLSearchParams): Response {
    const known = V2_LISTS[path];
    if (!known) return this.error(404);
    if ([...query.keys()].some((name) => !known.includes(name))) return this.error(400);
    const limit = Number(query.get("limit") ?? "100");
    const deals = query.get("deal_ids")?.split(",");
    if (!(limit >= 1 && limit <= 500) || (deals?.length ?? 0) > 100) return this.error(400);
    if (path === "deals/products" && !deals) return this.error(400);
    const all = this.live(path)
      .filter((record) => !deals || deals.includes(String(record.deal_id)))
      .filter((record) => (query.get("status") ?? record.status) === record.status)
      .filter((record) => !query.has("done") || String(record.done) === query.get("done"))
      .sort((one, other) => Number(one.id) - Number(other.id));
    if (query.get("sort_direction") === "desc") all.reverse();
    const after = query.has("cursor") ? Number(atob(query.get("cursor")!).slice(1)) : undefined;
    const rest = after === undefined ? all : all.filter(({ id }) => Number(id) > after);
    const page = rest.slice(0, Math.min(limit, this.pageSize));
    const next_cursor = rest.length > page.length ? btoa(`#${page.at(-1)!.id}`) : null;
    return this.json({ success: true, data: page, additional_data: { next_cursor } });
  }

  /** Deals and leads are listed by whether they are in the archive; records that were deleted are not. */
  private live(path: string): FakeRecord[] {
    const [object = "", archive] = path.split("/");
    const parted = (object === "deals" || object === "leads") && archive !== "products";
    return [...(this.lists[parted ? object : path] ?? [])].filter(
      (record) => record.is_deleted !== true && (!parted || record.is_archived === (archive === "archived")),
    );
  }

  private v1(path: string, query: URLSearchParams): Response {
    if (path === "users/me") return this.json({ success: true, data: this.me });
    if (path === "users") return this.json({ success: true, data: this.lists.users });
    if (path === "leadLabels") return this.json({ success: true, data: this.lists.leadLabels });
    if (path.startsWith("deals/summary")) return this.summary(path.endsWith("archived"), query.get("status"));
    if (path !== "leads" && path !== "leads/archived") return this.error(404);
    const limit = Number(query.get("limit") ?? "100");
    if (!(limit >= 1 && limit <= 500)) return this.error(400);
    const start = Number(query.get("start") ?? "0");
    const all = this.live(path).sort((one, other) =>
      String(one.add_time).localeCompare(String(other.add_time)),
    );
    const data = all.slice(start, start + Math.min(limit, this.pageSize));
    const more_items_in_collection = all.length > start + data.length;
    return this.json({
      success: true,
      data,
      additional_data: { pagination: { start, limit, more_items_in_collection } },
    });
  }

  private summary(archived: boolean, status: string | null): Response {
    const deals = this.live(archived ? "deals/archived" : "deals").filter(
      (deal) => status === null || deal.status === status,
    );
    const values_total: Record<string, { value: number; count: number; value_converted: number }> = {};
    let total = 0;
    for (const { currency, value } of deals as unknown as { currency: string; value: number }[]) {
      const sum = values_total[currency] ?? { value: 0, count: 0, value_converted: 0 };
      values_total[currency] = sum;
      sum.value += value;
      sum.count++;
      sum.value_converted += value * (this.rates[currency] ?? 0);
      total += value * (this.rates[currency] ?? 0);
    }
    const data = { values_total, total_count: deals.length, total_currency_converted_value: total };
    return this.json({ success: true, data });
  }

  private json(body: unknown, status = 200): Response {
    const headers: Record<string, string> = { date: new Date(this.now).toUTCString() };
    if (this.tokensLeft !== undefined) headers["x-daily-ratelimit-token-remaining"] = String(this.tokensLeft);
    return Response.json(body, { status, headers });
  }

  private error(status: number): Response {
    return this.json(
      { success: false, error: "?", error_info: "?", data: null, additional_data: null },
      status,
    );
  }
}
