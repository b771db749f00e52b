import type { AccessTokens } from "../../../src/crm/signIn";
import { FailureError, failure } from "../../../src/sales/failure";
import { FakeHubSpot, type FakeObject } from "./fakeHubSpot";
import { collected, connectorTo, connectTo, loaded, never, texts } from "./reading";

const product = (id: number, more: object = {}): FakeObject => ({
  id: String(id),
  properties: { name: `Produit ${id}`, hs_sku: null },
  ...more,
});

/** Two hundred and fifty products, three pages of them; nothing else. */
function fakeHubSpot(): FakeHubSpot {
  const objects = ["companies", "deals", "orders", "line_items", "meetings", "leads", "invoices", "tickets"];
  return new FakeHubSpot({
    ...Object.fromEntries(objects.map((name) => [name, []])),
    products: Array.from({ length: 250 }, (_, at) => product(at + 1)),
  });
}

const productIds = async (fake: FakeHubSpot) => {
  const read = await collected(fake);
  const ids = texts(read, "products", "id").filter((id) => id !== "0");
  return { ids, rejected: read.rejected.products };
};

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

const at = (page: number, answer: () => Response | Promise<Response>) => (_: unknown, nth: number) =>
  nth === page ? answer() : undefined;
const from = (page: number, answer: () => Response | Promise<Response>) => (_: unknown, nth: number) =>
  nth >= page ? answer() : undefined;
const never_ = () => new Promise<Response>(() => {});
const limited = (policyName: string) => () =>
  Response.json({ status: "error", errorType: "RATE_LIMIT", policyName }, { status: 429 });

describe("reading a HubSpot page by page", () => {
  test("three pages give every record once", async () => {
    expect((await productIds(fakeHubSpot())).ids).toEqual(numbers(1, 250));
  });

  test("nothing but readings: GET, and the searches and batches that HubSpot has POSTed", async () => {
    const fake = fakeHubSpot();
    const connection = await connectTo(fake);
    await connection.aggregates?.(never);
    await connection.estimate?.(never);
    await collected(fake);
    const posted = fake.asked.filter(({ method }) => method !== "GET");
    expect(posted.length).toBeGreaterThan(0);
    for (const { method, path } of posted) {
      expect(method).toBe("POST");
      expect(path).toMatch(/\/(search|batch\/read)$/);
    }
  });

  test("a limit of calls in the middle is waited for", async () => {
    const fake = fakeHubSpot();
    fake.meddle = at(2, limited("TEN_SECONDLY_ROLLING"));
    expect((await productIds(fake)).ids).toEqual(numbers(1, 250));
  });

  test("a day's calls that are used up end the refresh at once", async () => {
    const fake = fakeHubSpot();
    fake.meddle = from(2, limited("DAILY"));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-quota" } });
    expect(fake.asked.filter(({ query }) => query.get("after") === "100")).toHaveLength(1);
  });

  test("an answer that does not come is asked for again", async () => {
    const fake = fakeHubSpot();
    fake.meddle = at(2, never_);
    expect((await productIds(fake)).ids).toEqual(numbers(1, 250));
  });

  test("answers that never come end the refresh", async () => {
    const fake = fakeHubSpot();
    fake.meddle = from(2, never_);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-unavailable" } });
  });

  test("a truncated reply ends the refresh", async () => {
    const fake = fakeHubSpot();
    fake.meddle = at(2, () => new Response('{"results":[{"id":"101","prope'));
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-invalid-answer", params: { source: "HubSpot" } },
    });
  });

  test("a row that two pages give is there once", async () => {
    const fake = fakeHubSpot();
    fake.meddle = at(2, () =>
      Response.json({
        results: Array.from({ length: 100 }, (_, index) => product(100 + index)),
        paging: { next: { after: "199" } },
      }),
    );
    const { ids, rejected } = await productIds(fake);
    expect(ids).toEqual(numbers(1, 250));
    expect(rejected.count).toBe(0);
  });

  test("a server that gives the same page for ever is found out", async () => {
    const fake = fakeHubSpot();
    fake.meddle = from(1, () => Response.json({ results: [product(1)], paging: { next: { after: "1" } } }));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a record with a field of the wrong type is set aside, the others are kept", async () => {
    const fake = fakeHubSpot();
    fake.objects.products![12] = product(13, { properties: { name: ["Chaud"], hs_sku: null } });
    const { ids, rejected } = await productIds(fake);
    expect(ids).toHaveLength(249);
    expect(rejected).toMatchObject({
      count: 1,
      sample: [{ origin: "products 13", failure: { code: "row-unreadable", params: { field: "name" } } }],
    });
  });

  test("a record without an id ends the refresh: it cannot be told from another", async () => {
    const fake = fakeHubSpot();
    fake.meddle = at(2, () => Response.json({ results: [{ properties: { name: "?" } }] }));
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });
});

describe("records that change while they are read", () => {
  const meanwhile = (happens: (products: FakeObject[]) => void) => {
    const fake = fakeHubSpot();
    fake.meddle = (_, nth) => {
      if (nth === 3) happens(fake.objects.products!);
      return undefined;
    };
    return productIds(fake);
  };

  test("one that is made is read with the last page", async () => {
    expect((await meanwhile((all) => all.push(product(999)))).ids).toEqual([...numbers(1, 250), "999"]);
  });

  test("one that changes is read as it was or as it is, never twice", async () => {
    const { ids } = await meanwhile((all) => all.splice(2, 1, product(3, { updatedAt: 1 })));
    expect(ids).toEqual(numbers(1, 250));
  });

  test("one that goes shifts no other", async () => {
    const { ids } = await meanwhile((all) => all.splice(2, 1));
    expect(ids).toEqual(numbers(1, 250));
  });
});

describe("signed in at HubSpot", () => {
  const tokens = (fake: FakeHubSpot, renewable: boolean) => {
    const told = { renewed: 0 };
    let token = "first";
    fake.token = token;
    const held: AccessTokens = {
      granted: {},
      current: async () => token,
      renewed: async () => {
        told.renewed++;
        if (!renewable) throw new FailureError(failure("source-refused", { source: "HubSpot" }));
        token = fake.token;
        return token;
      },
    };
    return { told, held };
  };

  test.each([
    [true, { ok: true }, 1],
    [false, { ok: false, failure: { code: "source-refused" } }, 1],
  ])("a token that expires in the middle: renewed %s", async (renewable, outcome, renewals) => {
    const fake = fakeHubSpot();
    const { told, held } = tokens(fake, renewable);
    fake.meddle = (_, nth) => {
      if (nth === 2 && fake.token === "first") fake.token = "second";
      return undefined;
    };
    expect(await loaded(fake, { token: undefined, tokens: held })).toMatchObject(outcome);
    expect(told.renewed).toBe(renewals);
  });
});

describe("a connection that cannot be, or not wholly", () => {
  test("a token that was revoked", async () => {
    const said = await loaded(fakeHubSpot(), { token: "pat-revoked" });
    expect(said).toMatchObject({ ok: false, failure: { code: "source-refused" } });
    expect(JSON.stringify(said)).not.toContain("pat-");
  });

  test("neither token nor sign-in", async () => {
    expect(await loaded(fakeHubSpot(), { token: "" })).toMatchObject({
      ok: false,
      failure: { code: "source-sign-in" },
    });
  });

  test("a proxy's page instead of HubSpot", async () => {
    const fake = fakeHubSpot();
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

  test("a scope that is missing leaves its table out, and says which", async () => {
    const fake = fakeHubSpot();
    fake.refusedPaths.add("/crm/v3/objects/invoices");
    fake.refusedPaths.add("/settings/v3/currencies");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("invoices");
    expect(connection.tables).toContain("opportunities");
    const said = connection.lacks?.map(({ fr }) => fr).join(" ");
    expect(said).toContain("« crm.objects.invoices.read »");
    expect(said).toContain("settings.currencies.read");
  });

  test("an object that the plan does not have leaves its table out", async () => {
    const fake = fakeHubSpot();
    fake.absent.add("leads");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("leads");
    expect(connection.lacks?.map(({ fr }) => fr).join(" ")).toContain("LEADSCHAUDS");
  });

  test("without the right to companies there is nothing to show", async () => {
    const fake = fakeHubSpot();
    fake.refusedPaths.add("/crm/v3/objects/companies");
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-no-right", params: { model: "companies" } },
    });
  });

  test("more records than calls left today are known before the refresh begins", async () => {
    const fake = fakeHubSpot();
    fake.callsLeft = 30;
    fake.objects.line_items = Array.from({ length: 5_000 }, (_, index) => product(index + 1));
    const connection = await connectTo(fake);
    const estimate = await connection.estimate!(never);
    expect(estimate.rows).toBe(5_250);
    expect(estimate.calls).toBe(50 + 3 + 8 + 1);
    expect(estimate.callsLeft).toBeLessThan(estimate.calls);
  });

  test("HubSpot tells nothing of its limits to those who signed in", async () => {
    const fake = fakeHubSpot();
    fake.callsLeft = undefined;
    const connection = await connectTo(fake);
    expect(await connection.estimate!(never)).not.toHaveProperty("callsLeft");
  });
});
