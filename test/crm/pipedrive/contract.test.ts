import type { AccessTokens } from "../../../src/crm/signIn";
import { FailureError, failure } from "../../../src/sales/failure";
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

const productIds = async (fake: FakePipedrive) => {
  const read = await collected(fake);
  return { ids: idsIn(read, "products").filter((id) => id !== "0"), rejected: read.rejected.products };
};

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

/** At the door the first page is asked for once; then the reading begins. */
const AT_THE_DOOR = 1;
const at = (page: number, answer: () => Response | Promise<Response>) => (_: unknown, nth: number) =>
  nth === page + AT_THE_DOOR ? answer() : undefined;
const from = (page: number, answer: () => Response | Promise<Response>) => (_: unknown, nth: number) =>
  nth >= page + AT_THE_DOOR ? answer() : undefined;
const never_ = () => new Promise<Response>(() => {});
const limited = (left: string) => () =>
  Response.json(
    { success: false },
    { status: 429, headers: { "x-ratelimit-reset": "0", "x-daily-ratelimit-token-remaining": left } },
  );
const paged = (data: readonly FakeRecord[], next_cursor: string | null = null) =>
  Response.json({ success: true, data, additional_data: { next_cursor } });

describe("reading a Pipedrive page by page", () => {
  test("three pages give every record once", async () => {
    expect((await productIds(fakePipedrive())).ids).toEqual(numbers(1, 25));
  });

  test("nothing but GET", async () => {
    const fake = fakePipedrive();
    const connection = await connectTo(fake);
    await connection.aggregates?.(never);
    await connection.estimate?.(never);
    await connection.changes?.presentIds?.("products", never);
    await collected(fake);
    expect(new Set(fake.asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("a limit of calls in the middle is waited for", async () => {
    const fake = fakePipedrive();
    fake.meddle = at(2, limited("5000"));
    expect((await productIds(fake)).ids).toEqual(numbers(1, 25));
  });

  test("a day's calls that are used up end the refresh at once", async () => {
    const fake = fakePipedrive();
    fake.meddle = from(2, limited("0"));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-quota" } });
    expect(fake.asked.filter(({ path, query }) => path === "products" && query.has("cursor"))).toHaveLength(
      1,
    );
  });

  test("an answer that does not come is asked for again", async () => {
    const fake = fakePipedrive();
    fake.meddle = at(2, never_);
    expect((await productIds(fake)).ids).toEqual(numbers(1, 25));
  });

  test("answers that never come end the refresh", async () => {
    const fake = fakePipedrive();
    fake.meddle = from(2, never_);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-unavailable" } });
  });

  test("a truncated reply ends the refresh", async () => {
    const fake = fakePipedrive();
    fake.meddle = at(2, () => new Response('{"success":true,"data":[{"id":11,"na'));
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-invalid-answer", params: { source: "Pipedrive" } },
    });
  });

  test("a row that two pages give is there once", async () => {
    const fake = fakePipedrive();
    const second = Array.from({ length: 10 }, (_, index) => product(10 + index));
    fake.meddle = at(2, () => paged(second, btoa("#19")));
    const { ids, rejected } = await productIds(fake);
    expect(ids).toEqual(numbers(1, 25));
    expect(rejected.count).toBe(0);
  });

  test("a server that gives the same page for ever is found out", async () => {
    const fake = fakePipedrive();
    fake.meddle = from(1, () => paged([product(1)], "again"));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a record with a field of the wrong type is set aside, the others are kept", async () => {
    const fake = fakePipedrive();
    fake.lists.products![12] = product(13, { name: ["Chaud"] });
    const { ids, rejected } = await productIds(fake);
    expect(ids).toHaveLength(24);
    expect(rejected).toMatchObject({
      count: 1,
      sample: [{ origin: "products 13", failure: { code: "row-unreadable", params: { field: "name" } } }],
    });
  });

  test("a record without an id ends the refresh: it cannot be told from another", async () => {
    const fake = fakePipedrive();
    fake.meddle = at(2, () => Response.json({ success: true, data: [{ name: "?" }] }));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });
});

describe("records that change while they are read", () => {
  const meanwhile = (happens: (products: FakeRecord[]) => void) => {
    const fake = fakePipedrive();
    fake.meddle = (_, nth) => {
      if (nth === 3 + AT_THE_DOOR) happens(fake.lists.products!);
      return undefined;
    };
    return productIds(fake);
  };

  test("one that is made is read with the last page", async () => {
    expect((await meanwhile((all) => all.push(product(99)))).ids).toEqual([...numbers(1, 25), "99"]);
  });

  test("one that changes is read as it was or as it is, never twice", async () => {
    const { ids } = await meanwhile((all) => all.splice(2, 1, product(3, { name: "Autre" })));
    expect(ids).toEqual(numbers(1, 25));
  });

  test("one that goes shifts no other where pages go on by a cursor", async () => {
    expect((await meanwhile((all) => all.splice(2, 1))).ids).toEqual(numbers(1, 25));
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
    expect(read.ok && idsIn(read.value, "leads")).toEqual(numbers(1, 25).map((nth) => `lead-${nth}`));
  });

  test("a lead that goes before the reader shifts the others: the refresh ends clearly", async () => {
    expect(await leadsMeanwhile((all) => all.splice(2, 1))).toMatchObject({
      ok: false,
      failure: { code: "source-changed", params: { table: "leads" } },
    });
  });
});

describe("signed in at Pipedrive", () => {
  const tokens = (fake: FakePipedrive, renewable: boolean) => {
    const told = { renewed: 0 };
    let token = "first";
    fake.bearer = token;
    const held: AccessTokens = {
      granted: { api_domain: "https://societe.pipedrive.com" },
      current: async () => token,
      renewed: async () => {
        told.renewed++;
        if (!renewable) throw new FailureError(failure("source-refused", { source: "Pipedrive" }));
        token = fake.bearer ?? "";
        return token;
      },
    };
    return { told, held };
  };

  test.each([
    [true, { ok: true }, 1],
    [false, { ok: false, failure: { code: "source-refused" } }, 1],
  ])("a token that expires in the middle: renewed %s", async (renewable, outcome, renewals) => {
    const fake = fakePipedrive();
    const { told, held } = tokens(fake, renewable);
    fake.meddle = (_, nth) => {
      if (nth === 2 && fake.bearer === "first") fake.bearer = "second";
      return undefined;
    };
    expect(await loaded(fake, { token: undefined, tokens: held })).toMatchObject(outcome);
    expect(told.renewed).toBe(renewals);
  });
});

describe("a connection that cannot be, or not wholly", () => {
  test("a token that was revoked", async () => {
    const said = await loaded(fakePipedrive(), { token: "api-token-revoked" });
    expect(said).toMatchObject({ ok: false, failure: { code: "source-refused" } });
    expect(JSON.stringify(said)).not.toContain("api-token");
  });

  test("neither token nor sign-in", async () => {
    expect(await loaded(fakePipedrive(), { token: "" })).toMatchObject({
      ok: false,
      failure: { code: "source-sign-in" },
    });
  });

  test("a proxy's page instead of Pipedrive", async () => {
    const fake = fakePipedrive();
    fake.meddle = () => new Response("<html>", { headers: { "content-type": "text/html" } });
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a certificate that nobody vouches for", async () => {
    const fetch = async () => {
      throw Object.assign(new Error("certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    };
    await expect(connectorTo({ fetch }).connect({ token: "x" }, never)).rejects.toMatchObject({
      failure: { code: "source-certificate" },
    });
  });

  test("a right that is missing leaves its table out, and says which", async () => {
    const fake = fakePipedrive();
    fake.refused.add("leads");
    fake.refused.add("deals/summary");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("leads");
    expect(connection.tables).toContain("opportunities");
    const said = connection.lacks?.map(({ fr }) => fr).join(" ");
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
    expect(calls).toBe(100 + 1 + 1 + 1 + 2);
    expect(callsLeft).toBeLessThan(calls);
  });
});

const tokensOf = (api_domain: string): { held: AccessTokens } => ({
  held: { granted: { api_domain }, current: async () => "x", renewed: async () => "x" },
});
