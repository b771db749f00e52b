import type { AccessTokens } from "../../../src/crm/signIn";
import { lackWithKpis } from "../../../src/kpi/lacks";
import { type CursorCrm, readsByCursor } from "../cursorContract";
import { idsIn } from "../kpis";
import { FakePipedrive, type FakeRecord } from "./fakePipedrive";
import { collected, connectorTo, connectTo, loaded, never } from "./reading";

const product = (id: number, more: object = {}): FakeRecord => ({
  id,
  name: `Produit ${id}`,
  code: null,
  category: null,
  prices: [],
  update_time: "2026-01-01T08:00:00Z",
  ...more,
});

/** Twenty-five products and leads, three pages of each; nothing else. */
function fakePipedrive(): FakePipedrive {
  const lists = ["users", "organizations", "deals", "deals/products", "activities", "stages"];
  const fake = new FakePipedrive({
    ...Object.fromEntries(lists.map((name) => [name, []])),
    leadLabels: [],
    organizationFields: [],
    productFields: [],
    products: Array.from({ length: 25 }, (_, at) => product(at + 1)),
    leads: Array.from({ length: 25 }, (_, at) => lead(at + 1)),
  });
  fake.pageSize = 10;
  return fake;
}

const lead = (nth: number): FakeRecord => ({
  id: `lead-${nth}`,
  owner_id: null,
  label_ids: [],
  source_name: "Web",
  is_archived: false,
  add_time: new Date(Date.UTC(2026, 0, nth)).toISOString(),
});

/** At the door the first page is asked for once; then the reading begins. */
const AT_THE_DOOR = 1;
const limited = (left: string) => () =>
  Response.json(
    { success: false },
    { status: 429, headers: { "x-ratelimit-reset": "0", "x-daily-ratelimit-token-remaining": left } },
  );
const paged =
  (data: readonly object[], next_cursor: string | null = null) =>
  () =>
    Response.json({ success: true, data, additional_data: { next_cursor } });

function cursorPipedrive(): CursorCrm {
  const fake = fakePipedrive();
  const products = fake.lists.products!;
  const at = (id: number) => products.findIndex((one) => one.id === id);
  const crm: CursorCrm = {
    products: 25,
    meddle: () => undefined,
    load: (options) => loaded(fake, options),
    limited: limited("5000"),
    spent: limited("0"),
    truncated: () => new Response('{"success":true,"data":[{"id":11,"na'),
    overlapping: paged(
      Array.from({ length: 10 }, (_, index) => product(10 + index)),
      btoa("#19"),
    ),
    endless: paged([product(1)], "again"),
    anonymous: paged([{ name: "?" }]),
    spoil: (id) => {
      products[at(id)] = product(id, { name: ["Chaud"] });
      return `products ${id}`;
    },
    add: (id) => products.push(product(id)),
    touch: (id) => products.splice(at(id), 1, product(id, { name: "Autre" })),
    remove: (id) => products.splice(at(id), 1),
    signedInWith: (token) => {
      fake.bearer = token;
    },
    granted: { api_domain: "https://societe.pipedrive.com" },
  };
  fake.meddle = (_, nth) => (nth > AT_THE_DOOR ? crm.meddle(nth - AT_THE_DOOR) : undefined);
  return crm;
}

readsByCursor("Pipedrive", cursorPipedrive, (fetch) => connectorTo({ fetch }));

describe("what Pipedrive alone does", () => {
  test("nothing but GET", async () => {
    const fake = fakePipedrive();
    const connection = await connectTo(fake);
    await connection.aggregates?.(never);
    await connection.estimate?.(never);
    await connection.changes?.presentIds?.("products", never);
    await collected(fake);
    expect(new Set(fake.asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  const leadsMeanwhile = (happens: (leads: FakeRecord[]) => void) => {
    const fake = fakePipedrive();
    fake.meddle = ({ path, query }) => {
      if (path === "leads" && Number(query.get("start")) > 10) happens(fake.lists.leads!);
      return undefined;
    };
    return loaded(fake);
  };

  test("leads, that are skipped by number, are all there", async () => {
    const read = await leadsMeanwhile(() => {});
    expect(read.ok && idsIn(read.value, "leads")).toEqual(
      Array.from({ length: 25 }, (_, index) => `lead-${index + 1}`),
    );
  });

  test("a lead that goes before the reader shifts the others: the refresh ends clearly", async () => {
    expect(await leadsMeanwhile((all) => all.splice(2, 1))).toMatchObject({
      ok: false,
      failure: { code: "source-changed", params: { table: "leads" } },
    });
  });

  test("a right that is missing leaves its table out, and says which", async () => {
    const fake = fakePipedrive();
    fake.refused.add("leads");
    fake.refused.add("deals/summary");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("leads");
    expect(connection.tables).toContain("opportunities");
    const said = connection.lacks?.map((lack) => lackWithKpis(lack).fr).join(" ");
    expect(said).toContain("« leads:read »");
    expect(said).toContain("cours");
  });

  test("without the right to deals there is nothing to show", async () => {
    const fake = fakePipedrive();
    fake.refused.add("deals");
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-no-right", params: { model: "deals" } },
    });
  });

  test("signed in to an address that is not Pipedrive's, no token is sent there", async () => {
    const fake = fakePipedrive();
    const { held } = tokensOf("https://pipedrive.com.example");
    expect(await loaded(fake, { token: undefined, tokens: held })).toMatchObject({
      ok: false,
      failure: { code: "source-address-forbidden" },
    });
    expect(fake.asked).toEqual([]);
  });

  test("more records than the day's budget allows are known before the refresh begins", async () => {
    const fake = fakePipedrive();
    fake.lists.organizations = [product(50_000)];
    fake.tokensLeft = 1_500;
    const connection = await connectTo(fake);
    const { rows, calls, callsLeft } = await connection.estimate!(never);
    expect(rows).toBe(50_000 + 25);
    // Each list and its end, and of won deals their lines with theirs.
    expect(calls).toBe(101 + 3 * 2 + 3 * 2);
    expect(callsLeft).toBeLessThan(calls);
  });
});

const tokensOf = (api_domain: string): { held: AccessTokens } => ({
  held: { granted: { api_domain }, current: async () => "x", renewed: async () => "x" },
});
