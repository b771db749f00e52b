import { parseIsoDay } from "../../sales/calendar";
import type { TableName } from "../../sales/schema";
import type { Fetch } from "../http";
import { DEMO_TABLES, type DemoCrm, type DemoTable } from "./crm";
import { dayText } from "./dayText";

/** Faults to answer with on purpose. */
export interface ServerFaults {
  /** Every n-th request is answered 429, asking for `retryAfterSeconds` of patience. */
  readonly tooManyEvery?: number;
  readonly retryAfterSeconds?: number;
}

const MOST_PAGE_SIZE = 10_000;
const USUAL_PAGE_SIZE = 500;

/**
 * The demo CRM's HTTP face, read-only, under any origin:
 *
 *     GET /api/about                                             {name, data_date}
 *     GET /api/targets                                           {data}
 *     GET /api/<table>?page_size=&cursor=&changed_since=<day>    {data, total, next_cursor?}
 *     GET /api/<table>/deleted?since=<day>                       {data: [{id, deleted_on}]}
 *
 * `changed_since` and `since` include their day. Errors are `{error}` with 400, 404, 405 or 429 + Retry-After.
 */
export function demoServer(crm: DemoCrm, faults: ServerFaults = {}): Fetch {
  let requests = 0;
  return async (request) => {
    requests++;
    if (faults.tooManyEvery && requests % faults.tooManyEvery === 0)
      return answer(
        429,
        { error: "too many requests" },
        { "retry-after": String(faults.retryAfterSeconds ?? 1) },
      );
    if (request.method !== "GET") return answer(405, { error: "read-only" }, { allow: "GET" });
    const { pathname, searchParams } = new URL(request.url);
    const [, root, resource = "", sub, ...rest] = pathname.split("/");
    if (root !== "api" || rest.length > 0) return NOT_FOUND();
    if (sub === undefined && resource === "about")
      return answer(200, { name: "Clim'Azur Distribution", data_date: dayText(crm.dataDate) });
    if (sub === undefined && resource === "targets") return answer(200, { data: crm.targets });
    const table = DEMO_TABLES.find((name) => name === resource);
    if (!table) return NOT_FOUND();
    if (sub === "deleted") return deleted(crm, table, searchParams);
    return sub === undefined ? page(crm.tables[table], searchParams) : NOT_FOUND();
  };
}

function page(table: DemoTable, query: URLSearchParams): Response {
  const size = wholeNumber(query.get("page_size"), USUAL_PAGE_SIZE, MOST_PAGE_SIZE);
  const start = wholeNumber(query.get("cursor"), 0, table.count);
  const since = query.get("changed_since");
  const sinceDay = since === null ? undefined : parseIsoDay(since);
  if (size === undefined || size === 0 || start === undefined || (since !== null && sinceDay === undefined))
    return answer(400, { error: "page_size, cursor or changed_since is not valid" });
  const isIn = (at: number) => sinceDay === undefined || table.changedOn(at) >= sinceDay;
  const data: unknown[] = [];
  let at = start;
  for (; at < table.count && data.length < size; at++) if (isIn(at)) data.push(table.values(at));
  while (at < table.count && !isIn(at)) at++;
  const total = sinceDay === undefined ? table.count : countOf(table, isIn);
  return answer(200, { data, total, ...(at < table.count && { next_cursor: String(at) }) });
}

function deleted(crm: DemoCrm, table: TableName, query: URLSearchParams): Response {
  const since = parseIsoDay(query.get("since") ?? "");
  if (since === undefined) return answer(400, { error: "since is not a day" });
  const gone = crm.deletions.filter((deletion) => deletion.table === table && deletion.deletedOn >= since);
  return answer(200, { data: gone.map(({ id, deletedOn }) => ({ id, deleted_on: dayText(deletedOn) })) });
}

function countOf(table: DemoTable, isIn: (at: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < table.count; at++) if (isIn(at)) count++;
  return count;
}

function wholeNumber(text: string | null, usual: number, most: number): number | undefined {
  if (text === null) return usual;
  return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

const NOT_FOUND = () => answer(404, { error: "no such resource" });

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
