import { load } from "../../../src/crm/load";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import { collect } from "../../../src/sales/collect";
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

async function productsOf(fake: FakeTryton) {
  const result = await loaded(fake);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const { data, rejected } = result.value;
  const { id } = data.tables.products.columns;
  if (id?.kind !== "text") throw new Error("ids are texts");
  return { ids: Array.from(id.codes, (code) => id.dictionary[code]), rejected: rejected.products };
}

const refusal = (fake: FakeTryton, more: object = {}) =>
  connectorTo(fake)
    .connect({ ...OPTIONS, ...more }, never)
    .then(
      () => ({ code: "connected" }),
      (error) => error.failure,
    );

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

describe("reading a Tryton page by page", () => {
  test("three pages give every record once, by readings alone", async () => {
    const fake = fakeTryton();
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25));
    const methods = new Set(fake.asked.map(({ method }) => method.split(".").at(-1)));
    expect([...methods].sort()).toEqual(
      ["get_access", "get_preferences", "list_models", "login", "logout"]
        .concat(["search_count", "search_read", "today", "version"])
        .sort(),
    );
  });

  test("a 429 in the middle is waited for", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) =>
      nth === 2 ? new Response("", { status: 429, headers: { "retry-after": "0" } }) : undefined;
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25));
  });

  test("an answer that does not come is asked for again", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth === 2 ? new Promise<Response>(() => {}) : undefined);
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25));
  });

  test("answers that never come end the refresh", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth >= 2 ? new Promise<Response>(() => {}) : undefined);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-unavailable" } });
  });

  test("a truncated reply ends the refresh", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth === 2 ? new Response('{"id":9,"result":[{"id":11,"na') : undefined);
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-invalid-answer", params: { source: "Tryton" } },
    });
  });

  test("an expired session is renewed once, and the load is complete", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth === 2 ? new Response("", { status: 401 }) : undefined);
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25));
    expect(fake.sessions).toBe(2);
  });

  test("a session that is refused again at once is a refusal, not a loop", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth >= 2 ? new Response("", { status: 401 }) : undefined);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-refused" } });
    expect(fake.sessions).toBe(2);
  });

  test("a row that two pages give is there once", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) =>
      nth === 2
        ? Response.json({ result: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map((id) => product(id)) })
        : undefined;
    const { ids, rejected } = await productsOf(fake);
    expect(ids).toEqual(numbers(1, 25));
    expect(rejected.count).toBe(0);
  });

  test("a server that gives the first page for ever is found out", async () => {
    const fake = fakeTryton();
    const first = Array.from({ length: 10 }, (_, at) => product(at + 1));
    fake.meddle = (_, nth) => (nth > 0 ? Response.json({ result: first }) : undefined);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });

  test("a record with a field of the wrong type is set aside, the others are kept", async () => {
    const fake = fakeTryton();
    fake.records["product.product"]![12] = product(13, { categories: "Chaud" });
    fake.records["product.product"]![20] = product(21, { name: { __class__: "bytes", base64: "" } });
    const { ids, rejected } = await productsOf(fake);
    expect(ids).toHaveLength(23);
    expect(rejected).toMatchObject({
      count: 2,
      sample: [
        {
          origin: "product.product 13",
          failure: { code: "row-unreadable", params: { field: "categories" } },
        },
        { origin: "product.product 21", failure: { code: "row-unreadable", params: { field: "name" } } },
      ],
    });
  });

  test("a record without an id ends the refresh: it cannot be told from another", async () => {
    const fake = fakeTryton();
    fake.meddle = (_, nth) => (nth === 2 ? Response.json({ result: [{ name: "?" }] }) : undefined);
    expect(await loaded(fake)).toMatchObject({ ok: false, failure: { code: "source-invalid-answer" } });
  });
});

describe("records that change while they are read", () => {
  /** Something happens in Tryton when the third page is asked for. */
  const meanwhile = (happens: (products: FakeRecord[]) => void, without: readonly number[] = []) => {
    const fake = fakeTryton();
    const all = fake.records["product.product"]!;
    const hidden = all.filter(({ id }) => without.includes(id));
    fake.records["product.product"] = all.filter(({ id }) => !without.includes(id));
    fake.meddle = (_, nth) => {
      if (nth === 3) happens(fake.records["product.product"]!);
      return undefined;
    };
    return { fake, hidden };
  };

  test("one that comes behind the reader is fetched at the end", async () => {
    const { fake, hidden } = meanwhile((products) => products.push(...hidden), [4, 5]);
    expect(
      (await productsOf(fake)).ids
        .map(Number)
        .sort((a, b) => a - b)
        .map(String),
    ).toEqual(numbers(1, 25));
  });

  test("one that is made meanwhile is read with the last page", async () => {
    const { fake } = meanwhile((products) => products.push(product(99)));
    expect((await productsOf(fake)).ids).toEqual([...numbers(1, 25), "99"]);
  });

  test("one that changes is read as it was or as it is, never twice", async () => {
    const { fake } = meanwhile((products) => products.splice(2, 1, product(3, { name: "Autre nom" })));
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25));
  });

  test("one that goes before it is read shifts no other", async () => {
    const { fake } = meanwhile((products) => products.splice(22, 1));
    expect((await productsOf(fake)).ids).toEqual(numbers(1, 25).filter((id) => id !== "23"));
  });

  test("one that goes after it was read ends the refresh clearly", async () => {
    const { fake } = meanwhile((products) => products.splice(2, 1));
    expect(await loaded(fake)).toMatchObject({
      ok: false,
      failure: { code: "source-changed", params: { table: "products" } },
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
    expect(connection.lacks?.map(({ fr }) => fr)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("sale_opportunity"),
        expect.stringContaining("ENCOURS"),
      ]),
    );
    expect(connection.invoicingDates).toBe(false);
  });
});
