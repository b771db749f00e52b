import { load } from "../../../src/crm/load";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import { lackWithKpis } from "../../../src/kpi/lacks";
import { collect } from "../../../src/sales/collect";
import { type PagedCrm, readsPages } from "../pagingContract";
import { type FakeRecord, FakeTryton } from "./fakeTryton";

const never = new AbortController().signal;
const OPTIONS = {
  address: "https://tryton.example",
  database: "vigie",
  user: "vigie",
  password: "pass-word",
  pageSize: 10,
};

const product = (id: number, more: object = {}): FakeRecord => ({
  id,
  name: `Produit ${id}`,
  code: null,
  categories: [1 + (id % 2)],
  ...more,
});

/** Twenty-five products, three pages of them; no other table. */
const fakeTryton = (products = Array.from({ length: 25 }, (_, at) => product(at + 1))) =>
  new FakeTryton(
    {
      "product.product": products,
      "product.category": [
        { id: 1, name: "Froid" },
        { id: 2, name: "Chaud" },
      ],
      "company.company": [
        { id: 1, "currency.": { code: "EUR", rate: { __class__: "Decimal", decimal: "1" } } },
      ],
      "currency.currency": [{ id: 1, code: "EUR", rate: { __class__: "Decimal", decimal: "1" } }],
      ...Object.fromEntries(
        [
          "company.employee",
          "party.party",
          "party.address",
          "party.category",
          "product.uom",
          "sale.sale",
        ].map((model) => [model, []]),
      ),
      "sale.line": [],
    },
    "product.product",
  );

const connectorTo = (fake: FakeTryton) =>
  trytonConnector({ privateAddresses: false, fetch: fake.fetch, retries: 2, attemptTimeoutMs: 500 });

async function loaded(fake: FakeTryton) {
  const connector = connectorTo(fake);
  const connection = await connector.connect(OPTIONS, never);
  const result = await collect(load(connection, connector.declaration));
  await connection.close();
  return result;
}

const refusal = (fake: FakeTryton, more: object = {}) =>
  connectorTo(fake)
    .connect({ ...OPTIONS, ...more }, never)
    .then(
      () => ({ code: "connected" }),
      (error) => error.failure,
    );

class PagedTryton implements PagedCrm {
  meddle: PagedCrm["meddle"] = () => undefined;
  readonly reads = ["get_access", "get_preferences", "list_models", "login", "logout"].concat([
    "search_count",
    "search_read",
    "today",
    "version",
  ]);
  private readonly fake = fakeTryton();
  constructor() {
    this.fake.meddle = (_, nth) => this.meddle(nth);
  }

  load = () => loaded(this.fake);
  idOf = String;

  pageOf(nths: readonly number[]): Response {
    return Response.json({ result: nths.map((nth) => product(nth)) });
  }

  anonymousPage(): Response {
    return Response.json({ result: [{ name: "?" }] });
  }

  add(nth: number): void {
    this.products.push(product(nth));
  }

  remove(nth: number): void {
    this.products.splice(this.placeOf(nth), 1);
  }

  rename(nth: number, name: string): void {
    this.products.splice(this.placeOf(nth), 1, product(nth, { name }));
  }

  spoil(nth: number): void {
    this.products.splice(this.placeOf(nth), 1, product(nth, { categories: "Chaud" }));
  }

  expire(): void {
    this.fake.expire();
  }

  revoke(): void {
    this.fake.password = "another's";
    this.fake.expire();
  }

  get renewals(): number {
    return this.fake.sessions - 1;
  }

  get methods(): readonly string[] {
    return this.fake.asked.map(({ method }) => method.split(".").at(-1)!);
  }

  private get products(): FakeRecord[] {
    return this.fake.records["product.product"]!;
  }

  private placeOf(nth: number): number {
    return this.products.findIndex(({ id }) => id === nth);
  }
}

readsPages("Tryton", () => new PagedTryton());

describe("what Tryton alone does", () => {
  test("a session that is refused again at once is a refusal, not a loop", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth >= 2 ? new Response("", { status: 401 }) : undefined);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-refused" } });
    expect(fake.sessions).toBe(2);
  });

  test("what is set aside is told with its record and its field", async () => {
    const fake = fakeTryton();
    fake.records["product.product"]![12] = product(13, { categories: "Chaud" });
    expect(await loaded(fake)).toMatchObject({
      ok: true,
      value: {
        rejected: {
          products: {
            count: 1,
            sample: [
              {
                origin: "product.product 13",
                failure: { code: "row-unreadable", params: { field: "categories" } },
              },
            ],
          },
        },
      },
    });
  });
});

describe("a connection that cannot be", () => {
  test.each([
    ["a proxy's HTML page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another product's answer", () => Response.json({ message: "hello" })],
    ["another product's refusal", () => new Response("", { status: 403 })],
    ["a page that is not there", () => new Response("Not found", { status: 404 })],
  ])("%s: check the address", async (_, answer) => {
    const fake = fakeTryton();
    fake.meddle = answer;
    expect(await refusal(fake)).toMatchObject({ code: "source-address" });
  });

  test.each([
    ["a wrong password", { password: "nope" }, "source-refused"],
    ["an unknown database", { database: "autre" }, "source-database-unknown"],
    ["an address of this network", { address: "https://10.1.2.3" }, "source-address-forbidden"],
    ["the cloud's own address", { address: "https://169.254.169.254" }, "source-address-forbidden"],
    ["no HTTPS", { address: "http://tryton.example" }, "source-address-forbidden"],
    ["a file", { address: "file:///etc/passwd" }, "source-address-forbidden"],
    ["no user", { user: " " }, "configuration-invalid"],
  ])("%s", async (_, more, code) => {
    const said = await refusal(fakeTryton(), more);
    expect(said).toMatchObject({ code });
    expect(JSON.stringify(said)).not.toContain("pass-word");
  });

  test("too many sign-ins are told at once, without further tries", async () => {
    const fake = fakeTryton();
    fake.meddle = ({ method }) =>
      method === "common.db.login" ? new Response("", { status: 429 }) : undefined;
    expect(await refusal(fake)).toMatchObject({ code: "source-throttled" });
    expect(fake.asked.filter(({ method }) => method === "common.db.login")).toHaveLength(1);
  });

  test("a Tryton without the sales module is told so", async () => {
    const fake = fakeTryton();
    delete fake.records["sale.sale"];
    expect(await refusal(fake)).toMatchObject({ code: "source-module-missing", params: { module: "sale" } });
  });

  test("modules that are not activated are told, and their tables are absent", async () => {
    const connection = await connectorTo(fakeTryton()).connect(OPTIONS, never);
    expect(connection.tables).not.toContain("opportunities");
    expect(connection.lacks?.map((lack) => lackWithKpis(lack).fr)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("sale_opportunity"),
        expect.stringContaining("ENCOURS"),
      ]),
    );
    expect(connection.invoicingDates).toBe(false);
  });
});
