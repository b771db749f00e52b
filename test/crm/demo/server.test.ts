import { demoConnector } from "../../../src/crm/demo/connector";
import { DEMO_TABLES, demoCrm } from "../../../src/crm/demo/crm";
import { demoServer } from "../../../src/crm/demo/server";
import { load } from "../../../src/crm/load";
import { toChunks } from "../../../src/sales/builder";
import { parseIsoDay } from "../../../src/sales/calendar";
import { type Collected, collect } from "../../../src/sales/collect";

const DATA_DATE = parseIsoDay("2026-11-23")!;
const SMALL = { dataDate: DATA_DATE, lines: 400, seed: 3 };
const crm = demoCrm(SMALL);
const serve = demoServer(crm);
const OPTIONS = { dataDate: "2026-11-23", lines: 400, seed: 3 };

type Body = { data: Record<string, unknown>[]; total: number; next_cursor?: string };

async function get(path: string, server = serve): Promise<{ status: number; body: Body }> {
  const response = await server(new Request(`http://crm.example${path}`));
  return { status: response.status, body: (await response.json()) as Body };
}

async function allPages(path: string, size: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await get(`${path}page_size=${size}${cursor ? `&cursor=${cursor}` : ""}`);
    expect(body.data.length).toBeLessThanOrEqual(size);
    rows.push(...body.data);
    cursor = body.next_cursor;
  } while (cursor);
  return rows;
}

async function collected(options: Record<string, unknown>, connector = demoConnector()) {
  const connection = await connector.connect({ ...OPTIONS, ...options }, new AbortController().signal);
  const result = await collect(load(connection, connector.declaration, { now: () => new Date(0) }));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** Everything that was collected, as one text: quick to compare. */
const bytesOf = ({ data }: Collected): string =>
  JSON.stringify(DEMO_TABLES.map((table) => Array.from(toChunks(data.tables[table]))));

describe("the demo CRM over HTTP", () => {
  test.each([1, 7, 10_000])("pages of %i are together the whole table", async (size) => {
    const whole = Array.from({ length: 400 }, (_, at) => crm.tables.order_lines.values(at));
    expect(await allPages("/api/order_lines?", size)).toEqual(whole);
  });

  test("changed_since gives what changed on that day or later, in pages, with its own total", async () => {
    const since = "2026-09-01";
    const rows = await allPages(`/api/order_lines?changed_since=${since}&`, 5);
    const expected = Array.from({ length: 400 }, (_, at) => crm.tables.order_lines.values(at)).filter((row) =>
      [row.ordered_on, row.invoiced_on].some((day) => day !== null && String(day) >= since),
    );
    expect(rows).toEqual(expected);
    expect(rows.length).toBeGreaterThan(5);
    expect((await get(`/api/order_lines?changed_since=${since}`)).body.total).toBe(rows.length);
    expect((await get("/api/order_lines?changed_since=2030-01-01")).body).toEqual({ data: [], total: 0 });
  });

  test("deletions since a day name records that are no longer there", async () => {
    const { body } = await get("/api/order_lines/deleted?since=2026-11-20");
    expect(body.data).toEqual([
      { id: "L90000001", deleted_on: "2026-11-23" },
      { id: "L90000002", deleted_on: "2026-11-21" },
    ]);
    const ids = new Set((await allPages("/api/order_lines?", 1_000)).map(({ id }) => id));
    for (const { id } of body.data) expect(ids.has(id)).toBe(false);
    expect((await get("/api/visits/deleted?since=2000-01-01")).body.data).toEqual([]);
  });

  test.each([
    ["/api/nothing", 404],
    ["/api/constructor", 404],
    ["/other", 404],
    ["/api/visits/deleted/more", 404],
    ["/api/visits?page_size=0", 400],
    ["/api/visits?page_size=10001", 400],
    ["/api/visits?cursor=-1", 400],
    ["/api/visits?cursor=x", 400],
    ["/api/visits?changed_since=yesterday", 400],
    ["/api/visits/deleted", 400],
  ])("%s is answered %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("it is read-only", async () => {
    expect((await serve(new Request("http://crm.example/api/visits", { method: "POST" }))).status).toBe(405);
  });
});

describe("the demo connector", () => {
  test("every table arrives whole, nothing set aside, whatever the page size", async () => {
    const whole = await collected({});
    for (const table of DEMO_TABLES) {
      expect([table, whole.data.tables[table].length]).toEqual([table, crm.tables[table].count]);
      expect(whole.rejected[table]).toEqual({ count: 0, sample: [], reasons: [] });
    }
    expect(whole.targets).toEqual(crm.targets);
    expect(bytesOf(await collected({ pageSize: 997 }))).toBe(bytesOf(whole));
  });

  test("a CRM that asks for patience in the middle is asked again, and the result is complete", async () => {
    const patient = demoConnector((size) =>
      demoServer(demoCrm(size), { tooManyEvery: 4, retryAfterSeconds: 0 }),
    );
    expect(bytesOf(await collected({ pageSize: 300 }, patient))).toBe(bytesOf(await collected({})));
  });

  test.each([
    ["too many lines", { lines: 2_000_001 }],
    ["no lines", { lines: 0 }],
    ["lines as words", { lines: "many" }],
    ["a date that is none", { dataDate: "23/11/2026" }],
  ])("%s are refused before anything is made", async (_, options) => {
    await expect(demoConnector().connect(options, new AbortController().signal)).rejects.toMatchObject({
      failure: { code: "configuration-invalid" },
    });
  });
});
