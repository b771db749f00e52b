import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { load } from "../../../src/crm/load";
import { lackWithKpis } from "../../../src/kpi/lacks";
import { collect } from "../../../src/sales/collect";
import { idsIn, loadAll } from "../kpis";
import { type PagedCrm, PagedFake, readsPages, span } from "../pagingContract";
import { company, PRODUCT } from "./company";
import { ADDRESS, error, FakeDataverse, type FakeRecord } from "./fakeDataverse";

const never = new AbortController().signal;
const LONG_AGO = "2026-10-01T08:00:00Z";

const product = (nth: number, name: unknown = `Produit ${nth}`): FakeRecord => ({
  productid: PRODUCT(nth),
  name,
  modifiedon: LONG_AGO,
});

/** Twenty-five products, three pages of them; nothing else but who and for whom. */
function fakeProducts(): FakeDataverse {
  const { organizations, transactioncurrencies, systemusers } = company();
  const records = {
    organizations: organizations!,
    transactioncurrencies: transactioncurrencies!,
    systemusers: systemusers!,
    accounts: [],
    products: span(1, 25).map((nth) => product(nth)),
  };
  return new FakeDataverse(records, "products");
}

const connectorTo = (fake: FakeDataverse) =>
  dynamicsConnector({ privateAddresses: false, fetch: fake.fetch, retries: 2, attemptTimeoutMs: 300 });

const connect = (fake: FakeDataverse, more: object = {}) =>
  connectorTo(fake).connect({ address: ADDRESS, tokens: fake.tokens, pageSize: 10, ...more }, never);

const refusal = (fake: FakeDataverse, more: object = {}) =>
  connect(fake, more).then(
    () => ({ code: "connected" }),
    (thrown) => thrown.failure,
  );

class PagedDynamics extends PagedFake<FakeRecord> implements PagedCrm {
  protected readonly fake = fakeProducts();
  protected readonly product = product;
  constructor() {
    super();
    this.fake.meddle = (_, nth) => this.meddle(nth);
  }

  async load() {
    const connection = await connect(this.fake);
    // "Sans produit" is none of the twenty-five.
    const { listPage } = connection;
    const without = {
      ...connection,
      listPage: async (...asked: Parameters<typeof listPage>) => {
        const page = await listPage(...asked);
        return { ...page, rows: page.rows.filter(({ values }) => values.id !== "0") };
      },
    };
    return collect(load(without, connectorTo(this.fake).declaration));
  }

  readonly idOf = PRODUCT;

  /** The link of a page that repeats itself leads to where it was. */
  pageOf(nths: readonly number[]): Response {
    const link = this.fake.asked.findLast(({ url }) => url.includes("/products?$select"))!.url;
    return Response.json({
      value: nths.map((nth) => product(nth)),
      "@odata.nextLink": this.linkBeyond(nths, link),
    });
  }

  anonymousPage(): Response {
    return Response.json({ value: [{ name: "?" }] });
  }

  protected is({ productid }: FakeRecord, nth: number): boolean {
    return productid === PRODUCT(nth);
  }

  private linkBeyond(nths: readonly number[], link: string): string {
    return this.fake.linkAfter(new URL(link), PRODUCT(nths.at(-1)!));
  }

  protected get products() {
    return this.fake.records.products!;
  }

  protected set products(products) {
    this.fake.records.products = products;
  }
}

readsPages("Dynamics", () => new PagedDynamics());

describe("what Dataverse alone does", () => {
  const productsOf = async (fake: FakeDataverse) =>
    idsIn(await loadAll(connectorTo(fake), await connect(fake)), "products").filter((id) => id !== "0");

  test("a link that leads to somebody else is not followed: the token would go with it", async () => {
    const fake = fakeProducts();
    fake.meddle = (_, nth) =>
      nth === 1
        ? Response.json({
            value: [product(1)],
            "@odata.nextLink": "https://elsewhere.example/api/data/v9.2/products",
          })
        : undefined;
    await expect(productsOf(fake)).rejects.toThrow("source-invalid-answer");
    expect(fake.asked.every(({ url }) => url.startsWith(ADDRESS))).toBe(true);
  });

  test("a cookie that Dataverse no longer knows ends the refresh", async () => {
    const fake = fakeProducts();
    fake.meddle = (url, nth) => {
      if (nth === 2) url.searchParams.set("$skiptoken", "<cookie/>");
      return undefined;
    };
    await expect(productsOf(fake)).rejects.toThrow("source-invalid-answer");
  });

  test("records beyond 50,000 are counted by their ids", async () => {
    const fake = fakeProducts();
    fake.mostToAggregate = 20;
    expect(await productsOf(fake)).toEqual(span(1, 25).map(PRODUCT));
    expect(fake.asked.some(({ url }) => url.includes("?$select=productid&"))).toBe(true);
  });

  test("a limit that is reached is waited out as long as Dataverse asks", async () => {
    const fake = fakeProducts();
    const limited = () =>
      Response.json(
        { error: { code: "0x80072322", message: "…" } },
        { status: 429, headers: { "retry-after": "1" } },
      );
    fake.meddle = (_, nth) => (nth === 2 ? limited() : undefined);
    const begun = Date.now();
    expect(await productsOf(fake)).toHaveLength(25);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
  });

  test("two million records are told before a load begins", async () => {
    const fake = fakeProducts();
    const connection = await connect(fake, { pageSize: 5_000 });
    fake.mostToAggregate = 20;
    fake.meddle = ({ pathname }) =>
      pathname.includes("RetrieveTotalRecordCount")
        ? Response.json({ EntityRecordCountCollection: { Count: 1, Keys: ["product"], Values: [2_000_000] } })
        : undefined;
    // Three calls for each of two short tables; 401 pages of products, 401 of their ids, and two counts.
    expect(await connection.estimate!(never)).toEqual({ rows: 2_000_002, calls: 810 });
  });
});

describe("a connection to Dynamics that cannot be", () => {
  test.each([
    ["a proxy's HTML page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another product's answer", () => Response.json({ message: "hello" })],
    ["a page that is not there", () => new Response("Not found", { status: 404 })],
    ["a redirection", () => new Response(null, { status: 302, headers: { location: "https://x.example" } })],
  ])("%s: check the address", async (_, answer) => {
    const fake = fakeProducts();
    fake.meddle = answer;
    expect(await refusal(fake)).toMatchObject({ code: "source-address", params: { source: "Dynamics 365" } });
  });

  test.each([
    ["an address of this network", { address: "https://10.1.2.3" }, "source-address-forbidden"],
    ["the cloud's own address", { address: "https://169.254.169.254" }, "source-address-forbidden"],
    ["no HTTPS", { address: "http://nord.crm4.dynamics.com" }, "source-address-forbidden"],
    ["neither sign-in nor token", { tokens: undefined }, "source-sign-in"],
    ["a token that is no good", { tokens: undefined, token: "s3cr3t" }, "source-refused"],
    ["pages larger than Dataverse gives", { pageSize: 5_001 }, "configuration-invalid"],
  ])("%s", async (_, more, code) => {
    const said = await refusal(fakeProducts(), more);
    expect(said).toMatchObject({ code });
    expect(JSON.stringify(said)).not.toContain("s3cr3t");
  });

  test("somebody who is no member of the organisation is refused", async () => {
    const fake = fakeProducts();
    fake.meddle = ({ pathname }) => (pathname.endsWith("WhoAmI") ? error(403, "0x80072560") : undefined);
    expect(await refusal(fake)).toMatchObject({ code: "source-refused" });
  });

  test("a self-signed certificate is told", async () => {
    const fake = fakeProducts();
    fake.meddle = () =>
      Promise.reject(Object.assign(new Error("self-signed"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }));
    expect(await refusal(fake)).toMatchObject({ code: "source-certificate" });
  });

  test("without the right to accounts there is nothing to show", async () => {
    const fake = fakeProducts();
    fake.forbidden.add("accounts");
    expect(await refusal(fake)).toMatchObject({
      code: "source-no-right",
      params: { table: "customers", model: "account" },
    });
  });
});

describe("a Dynamics that lacks something", () => {
  const lacking = async (change: (fake: FakeDataverse) => void) => {
    const fake = new FakeDataverse(company());
    change(fake);
    const connection = await connect(fake);
    const { data, rejected } = await loadAll(connectorTo(fake), connection);
    return {
      tables: connection.tables,
      said: connection.lacks?.map((lack) => lackWithKpis(lack).fr).join(" "),
      data,
      rejected,
    };
  };

  test("a table without the right to it is told, and the rest is there", async () => {
    const { tables, said } = await lacking((fake) => fake.forbidden.add("invoices"));
    expect(tables).not.toContain("invoices");
    expect(said).toMatch(/n'a pas le droit de lire invoice.*ENCOURS/);
  });

  test("an environment without the sales application is told so", async () => {
    const { tables, said } = await lacking((fake) => {
      for (const set of ["salesorders", "salesorderdetails", "opportunities", "invoices", "leads"])
        delete fake.records[set];
    });
    expect(tables).toEqual(["salespeople", "customers", "products", "visits", "contacts_in"]);
    expect(said).toMatch(/salesorderdetail n'existe pas dans cet environnement/);
  });

  test("without products there are no order lines either", async () => {
    const { tables, said } = await lacking((fake) => fake.forbidden.add("products"));
    expect(tables).not.toContain("order_lines");
    expect(said).toMatch(/product.* Il manque : produits.*demande la table « produits ».*: commandes/);
  });
});
