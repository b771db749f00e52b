import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { load } from "../../../src/crm/load";
import { collect } from "../../../src/sales/collect";
import { idsIn } from "../kpis";
import { type PagedCrm, pagedContract, TWENTY_FIVE } from "../pagedContract";
import { company, item } from "./company";
import { FAKE_KEY, FakeDolibarr, type FakeItem, type FakeList } from "./fakeDolibarr";

const never = new AbortController().signal;
const OPTIONS = { address: "https://dolibarr.example", key: FAKE_KEY };

const customer = (id: number, tms = "2024-01-01 10:00:00"): FakeItem =>
  item(
    id,
    { client: 1, tms },
    { name: `Client ${id}`, client: "1", country_code: "FR", date_modification: 1_704_099_600 },
  );
const NOW = "2024-05-01 10:00:00";

/** Customers, and of everything else nothing. */
function customersOnly(): Record<string, FakeList> {
  const empty = Object.keys(company()).map((name) => [name, { items: [] }]);
  return { ...Object.fromEntries(empty), thirdparties: { items: TWENTY_FIVE.map((id) => customer(id)) } };
}

function pagedDolibarr(version: 18 | 22): PagedCrm {
  const fake = new FakeDolibarr(version, customersOnly(), "thirdparties");
  const list = fake.lists.thirdparties!;
  const change = (id: number, changed: FakeItem | undefined) => {
    list.items = list.items.flatMap((one) => (one.id === id ? (changed ?? []) : one));
  };
  return {
    connector: dolibarrConnector({
      privateAddresses: false,
      fetch: fake.fetch,
      retries: 1,
      attemptTimeoutMs: 300,
    }),
    options: OPTIONS,
    record: "thirdparties",
    ids: () => list.items.map(({ id }) => id),
    add: (id) => list.items.push(customer(id, NOW)),
    touch: (id) => change(id, customer(id, NOW)),
    remove: (id) => change(id, undefined),
    spoil: (id) => {
      const { sql, shown } = customer(id);
      change(id, { id, sql, shown: { ...shown, name: ["Client"] } });
    },
    revoke: () => {
      fake.key = "another";
    },
    meddle: (answer) => {
      fake.meddle = (_, nth) => (nth > 0 ? answer(nth) : undefined);
    },
    page: (ids) => Response.json(ids.map((id) => ({ id: String(id), ...customer(id).shown }))),
  };
}

describe.each([18, 22] as const)("reading Dolibarr %i page by page", (version) => {
  pagedContract(() => pagedDolibarr(version), { noticesGone: false });
});

describe.each([18, 22] as const)("a connection to Dolibarr %i that cannot be", (version) => {
  const refusal = async (fetch: FakeDolibarr["fetch"], more: object = {}) => {
    const connector = dolibarrConnector({
      privateAddresses: false,
      fetch,
      retries: 0,
      attemptTimeoutMs: 300,
    });
    return connector.connect({ ...OPTIONS, ...more }, never).then(
      () => ({ code: "connected" }),
      (error) => error.failure,
    );
  };
  const fake = () => new FakeDolibarr(version, company());

  test.each([
    ["a proxy's HTML page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another product's answer", () => Response.json({ message: "hello" })],
    ["an Odoo, which knows no such page", () => new Response("<html>Odoo</html>", { status: 404 })],
    ["the REST module is not activated", () => new Response("Warning, module Api is not active.")],
  ])("%s: check the address", async (_, answer) => {
    expect(await refusal(async () => answer())).toMatchObject({ code: "source-address" });
  });

  test("a self-signed certificate is told", async () => {
    const refusing = async () => {
      throw Object.assign(new TypeError("fetch failed"), { cause: { code: "SELF_SIGNED_CERT_IN_CHAIN" } });
    };
    expect(await refusal(refusing)).toMatchObject({ code: "source-certificate" });
  });

  test.each([
    ["a wrong key", { key: "nope-nope" }, "source-refused"],
    ["an address of this network", { address: "https://10.1.2.3" }, "source-address-forbidden"],
    ["no HTTPS", { address: "http://dolibarr.example" }, "source-address-forbidden"],
    ["no key", { key: " " }, "configuration-invalid"],
  ])("%s", async (_, more, code) => {
    const said = await refusal(fake().fetch, more);
    expect(said).toMatchObject({ code });
    expect(JSON.stringify(said)).not.toContain(FAKE_KEY);
  });

  test.each(["/api/index.php", "/index.php", "/api/index.php/explorer/", "/"])(
    "the address may be copied from a page of Dolibarr: …%s",
    async (end) => {
      expect(await refusal(fake().fetch, { address: `${OPTIONS.address}${end}` })).toEqual({
        code: "connected",
      });
    },
  );

  test("no right to the customers, without which there is nothing to show", async () => {
    const dolibarr = fake();
    dolibarr.lists.thirdparties!.hidden = true;
    expect(await refusal(dolibarr.fetch)).toMatchObject({
      code: "source-no-right",
      params: { model: "thirdparties", table: "customers" },
    });
  });
});

describe.each([18, 22] as const)("what Dolibarr %i says when there is nothing", (version) => {
  const html404 = () =>
    new Response("<html>Not Found</html>", { status: 404, headers: { "content-type": "text/html" } });
  const bare404 = () => Response.json({ error: { code: 404, message: "Not Found" } }, { status: 404 });
  const loaded = async (meddle: (nth: number) => Response | undefined, production = false) => {
    const fake = new FakeDolibarr(version, customersOnly(), "thirdparties");
    fake.production = production;
    fake.meddle = (_, nth) => (nth > 0 ? meddle(nth) : undefined);
    const connector = dolibarrConnector({ privateAddresses: false, fetch: fake.fetch, retries: 0 });
    const connection = await connector.connect({ ...OPTIONS, pageSize: 10 }, never);
    return collect(load(connection, connector.declaration));
  };

  test.each([
    ["a proxy's 404 in the middle", html404],
    ["a 404 that explains nothing, though records follow", bare404],
  ])("%s is no empty page", async (_, answer) => {
    expect(await loaded((nth) => (nth === 2 ? answer() : undefined))).toMatchObject({
      ok: false,
      failure: { code: "source-invalid-answer" },
    });
  });

  test("one that explains nothing at all is read whole", async () => {
    const result = await loaded(() => undefined, true);
    expect(result.ok && idsIn(result.value, "customers").map(Number)).toEqual(TWENTY_FIVE);
  });

  test.each([
    ["the gateway's address", "APIs are not allowed from the IP 203.0.113.7", "source-caller-refused"],
    [
      "a part of the API",
      "The API with endpoint /thirdparties is forbidden by config API_ENDPOINT_RULES",
      "source-part-closed",
    ],
  ])("%s that an administrator closed is told as that", async (_, words, code) => {
    for (const status of [200, 501, 503]) {
      const connector = dolibarrConnector({
        privateAddresses: false,
        retries: 0,
        fetch: async () => new Response(words, { status, headers: { "content-type": "text/html" } }),
      });
      await expect(connector.connect(OPTIONS, never)).rejects.toMatchObject({ failure: { code } });
    }
  });
});
