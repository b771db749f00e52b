import { load } from "../../../src/crm/load";
import { salesforceConnector } from "../../../src/crm/salesforce/connector";
import { lackWithKpis } from "../../../src/kpi/lacks";
import { collect } from "../../../src/sales/collect";
import { idsIn, loadAll } from "../kpis";
import { type PagedCrm, PagedFake, readsPages, span } from "../pagingContract";
import { company, PRODUCT } from "./company";
import { ADDRESS, error, type FakeRecord, FakeSalesforce } from "./fakeSalesforce";

const never = new AbortController().signal;
const LONG_AGO = "2026-10-01T08:00:00.000+0000";

const product = (nth: number, name: unknown = `Produit ${nth}`) => ({
  Id: PRODUCT(nth),
  Name: name,
  Family: nth % 2 ? "Froid" : "Chaud",
  IsDeleted: false,
  SystemModstamp: LONG_AGO,
});

/** Twenty-five products, three pages of them; nothing else but who and for whom. */
function fakeProducts(): FakeSalesforce {
  const records = { User: [], UserRole: [], Account: [], Product2: span(1, 25).map((nth) => product(nth)) };
  return new FakeSalesforce(records, "Product2");
}

const connectorTo = (fake: FakeSalesforce) =>
  salesforceConnector({ privateAddresses: false, fetch: fake.fetch, retries: 2, attemptTimeoutMs: 300 });

const connect = (fake: FakeSalesforce, more: object = {}) =>
  connectorTo(fake).connect({ address: ADDRESS, tokens: fake.tokens, pageSize: 10, ...more }, never);

const refusal = (fake: FakeSalesforce, more: object = {}) =>
  connect(fake, more).then(
    () => ({ code: "connected" }),
    (thrown) => thrown.failure,
  );

class PagedSalesforce extends PagedFake<FakeRecord> implements PagedCrm {
  protected readonly fake = fakeProducts();
  protected readonly product = product;
  constructor() {
    super();
    this.fake.meddle = (_, nth) => this.meddle(nth);
  }

  async load() {
    const connection = await connect(this.fake);
    return collect(load(connection, connectorTo(this.fake).declaration));
  }

  readonly idOf = PRODUCT;

  pageOf(nths: readonly number[]): Response {
    return Response.json({ totalSize: nths.length, done: true, records: nths.map((nth) => product(nth)) });
  }

  anonymousPage(): Response {
    return Response.json({ totalSize: 1, done: true, records: [{ Name: "?" }] });
  }

  protected is({ Id }: FakeRecord, nth: number): boolean {
    return Id === PRODUCT(nth);
  }

  protected get products() {
    return this.fake.records.Product2!;
  }

  protected set products(products) {
    this.fake.records.Product2 = products;
  }
}

readsPages("Salesforce", () => new PagedSalesforce());

describe("what Salesforce alone does", () => {
  const productsOf = async (fake: FakeSalesforce) =>
    idsIn(await loadAll(connectorTo(fake), await connect(fake)), "products");

  test("a batch that is smaller than asked for, with a locator, is gone on from by id", async () => {
    const fake = fakeProducts();
    fake.batch = 4;
    expect(await productsOf(fake)).toEqual(span(1, 25).map(PRODUCT));
    expect(fake.asked.some(({ path }) => path.includes("01gRO"))).toBe(false);
  });

  test("a batch that says it is whole and is not ends the refresh", async () => {
    const fake = fakeProducts();
    fake.meddle = (_, nth) =>
      nth === 2
        ? Response.json({ totalSize: 10, done: true, records: [11, 12].map((at) => product(at)) })
        : undefined;
    await expect(productsOf(fake)).rejects.toThrow("source-invalid-answer");
  });

  test("a day's quota that ends in the middle ends the refresh, and says which", async () => {
    const fake = fakeProducts();
    fake.callsLeft = 18;
    await expect(productsOf(fake)).rejects.toThrow("source-quota");
    expect(fake.callsLeft).toBe(0);
  });

  test("too many requests at once are trouble of the moment", async () => {
    const fake = fakeProducts();
    const busy = error(
      403,
      "REQUEST_LIMIT_EXCEEDED",
      "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
    );
    fake.meddle = (_, nth) => (nth === 2 ? busy : undefined);
    expect(await productsOf(fake)).toHaveLength(25);
  });

  test("a query that Salesforce had no time for is put again", async () => {
    const fake = fakeProducts();
    fake.meddle = (_, nth) => (nth === 2 ? error(400, "QUERY_TIMEOUT") : undefined);
    expect(await productsOf(fake)).toHaveLength(25);
  });

  test("what is asked for is only what this person may see", async () => {
    const fake = fakeProducts();
    fake.fields.Product2!.delete("Family");
    expect(await productsOf(fake)).toHaveLength(25);
    expect(fake.asked.every(({ soql }) => !soql.includes("Family"))).toBe(true);
  });

  test("a load too large for the day is known before it begins", async () => {
    const fake = fakeProducts();
    const connection = await connect(fake, { pageSize: 2_000 });
    // Two short tables are counted, and the limits asked for.
    fake.callsLeft = 1_003;
    fake.meddle = ({ soql }) =>
      soql.startsWith("SELECT COUNT() FROM Product2")
        ? Response.json({ totalSize: 2_000_000, done: true, records: [] })
        : undefined;
    expect(await connection.estimate!(never)).toEqual({ rows: 2_000_000, calls: 1_009, callsLeft: 1_000 });
  });

  test("who may not ask for limits still learns what is left", async () => {
    const fake = fakeProducts();
    const connection = await connect(fake);
    fake.meddle = ({ path }) =>
      path === "/limits" ? error(403, "INSUFFICIENT_ACCESS_OR_READONLY") : undefined;
    const { callsLeft } = await connection.estimate!(never);
    expect(callsLeft).toBe(fake.callsLeft);
  });
});

describe("a connection to Salesforce that cannot be", () => {
  test.each([
    ["a proxy's HTML page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another product's answer", () => Response.json({ message: "hello" })],
    ["another product's refusal", () => new Response("", { status: 403 })],
    ["a page that is not there", () => new Response("Not found", { status: 404 })],
    ["a redirection", () => new Response(null, { status: 302, headers: { location: "https://x.example" } })],
  ])("%s: check the address; no token was sent", async (_, answer) => {
    const fake = fakeProducts();
    const tokens: (string | null)[] = [];
    const connector = salesforceConnector({
      privateAddresses: false,
      fetch: async (request) => {
        tokens.push(request.headers.get("authorization"));
        return answer();
      },
    });
    await expect(connector.connect({ address: ADDRESS, tokens: fake.tokens }, never)).rejects.toMatchObject({
      failure: { code: "source-address", params: { source: "Salesforce" } },
    });
    expect(tokens).toEqual([null]);
  });

  test.each([
    [
      "an address of this network",
      { address: "https://10.1.2.3", tokens: undefined, token: "s3cr3t" },
      "source-address-forbidden",
    ],
    [
      "no HTTPS",
      { address: "http://nord.my.salesforce.com", tokens: undefined, token: "s3cr3t" },
      "source-address-forbidden",
    ],
    [
      "a file",
      { address: "file:///etc/passwd", tokens: undefined, token: "s3cr3t" },
      "source-address-forbidden",
    ],
    ["neither sign-in nor token", { tokens: undefined }, "source-sign-in"],
    ["a token that is no good", { tokens: undefined, token: "s3cr3t" }, "source-refused"],
    ["pages larger than Salesforce gives", { pageSize: 2_001 }, "configuration-invalid"],
  ])("%s", async (_, more, code) => {
    const said = await refusal(fakeProducts(), more);
    expect(said).toMatchObject({ code });
    expect(JSON.stringify(said)).not.toContain("s3cr3t");
  });

  test("a self-signed certificate is told", async () => {
    const fake = fakeProducts();
    fake.meddle = () =>
      Promise.reject(Object.assign(new Error("self-signed"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }));
    expect(await refusal(fake)).toMatchObject({ code: "source-certificate" });
  });

  test("an instance address that came with the token is judged like any other", async () => {
    const fake = fakeProducts();
    const tokens = { ...fake.tokens, granted: { instance_url: "https://169.254.169.254" } };
    expect(await refusal(fake, { tokens })).toMatchObject({ code: "source-address-forbidden" });
  });

  test("an organisation without API access is told so", async () => {
    const fake = fakeProducts();
    fake.meddle = ({ path }) => (path.endsWith("describe") ? error(403, "API_DISABLED_FOR_ORG") : undefined);
    expect(await refusal(fake)).toMatchObject({ code: "source-module-missing", params: { module: "API" } });
  });

  test("without the right to accounts there is nothing to show", async () => {
    const fake = fakeProducts();
    delete fake.records.Account;
    expect(await refusal(fake)).toMatchObject({
      code: "source-no-right",
      params: { table: "customers", model: "Account" },
    });
  });
});

describe("a Salesforce that lacks something", () => {
  const lacking = async (change: (fake: FakeSalesforce) => void) => {
    const fake = new FakeSalesforce(company());
    change(fake);
    const { tables, lacks } = await connect(fake);
    return { tables, said: lacks?.map((lack) => lackWithKpis(lack).fr).join(" ") };
  };

  test("orders that are not enabled are told, and the rest is there", async () => {
    const { tables, said } = await lacking((fake) => {
      delete fake.records.Order;
      delete fake.records.OrderItem;
    });
    expect(tables).toEqual([
      "salespeople",
      "customers",
      "products",
      "visits",
      "opportunities",
      "leads",
      "campaigns",
      "contacts_in",
    ]);
    expect(said).toMatch(/^OrderItem n'est pas activé .* MONTANTCOMMANDES/);
  });

  test("without products there are no order lines either", async () => {
    const { tables, said } = await lacking((fake) => delete fake.records.Product2);
    expect(tables).not.toContain("order_lines");
    expect(said).toMatch(/Product2.* Il manque : produits.*demande la table « produits ».*: commandes/);
  });

  test("a field that a table cannot do without is named", async () => {
    const { tables, said } = await lacking((fake) => fake.fields.Order!.delete("EffectiveDate"));
    expect(tables).not.toContain("order_lines");
    expect(said).toContain("Order.EffectiveDate");
  });
});
