import { odooConnector } from "../../../src/crm/odoo/connector";
import { type PagedCrm, pagedContract, TWENTY_FIVE } from "../pagedContract";
import { company } from "./company";
import { FAKE_KEY, type FakeModel, FakeOdoo, type FakeRecord } from "./fakeOdoo";

const never = new AbortController().signal;
const OPTIONS = { address: "https://odoo.example", database: "vigie", user: "vigie", key: FAKE_KEY };

const partner = (id: number): FakeRecord => ({
  id,
  name: `Client ${id}`,
  ref: false,
  active: true,
  is_company: true,
  parent_id: false,
  commercial_partner_id: id,
  industry_id: false,
  state_id: false,
  country_id: false,
  user_id: false,
  create_date: "2024-01-01 10:00:00",
  write_date: "2024-01-01 10:00:00",
});

/** Customers, and of everything else nothing but what a connection needs. */
function customersOnly(): Record<string, FakeModel> {
  const models = company();
  const kept = ["res.company", "res.currency", "res.users", "product.template", "product.category"];
  const emptied = Object.entries(models).map(([name, model]) => {
    if (kept.includes(name)) return [name, model];
    // Fields stay known.
    return [name, { ...model, records: [], more: Object.keys(model.records[0] ?? {}) }];
  });
  const all: Record<string, FakeModel> = Object.fromEntries(emptied);
  return { ...all, "res.partner": { ...all["res.partner"]!, records: TWENTY_FIVE.map(partner) } };
}

const connectorTo = (fake: FakeOdoo) =>
  odooConnector({ privateAddresses: false, fetch: fake.fetch, retries: 1, attemptTimeoutMs: 300 });

function pagedOdoo(version: 17 | 19): PagedCrm {
  const fake = new FakeOdoo(version, customersOnly(), "res.partner");
  const { records } = fake.models["res.partner"]!;
  const at = (id: number) => records.findIndex((record) => record.id === id);
  return {
    connector: connectorTo(fake),
    options: OPTIONS,
    record: "res.partner",
    ids: () => records.map(({ id }) => id),
    add: (id) => records.push(partner(id)),
    touch: (id) => Object.assign(records[at(id)]!, { write_date: "2024-05-01 10:00:00" }),
    remove: (id) => records.splice(at(id), 1),
    spoil: (id) => Object.assign(records[at(id)]!, { name: ["Client"] }),
    revoke: () => {
      fake.key = "another";
      fake.meddle = () => undefined;
    },
    meddle: (answer) => {
      fake.meddle = (_, nth) => {
        const meddled = nth > 0 ? answer(nth) : undefined;
        // The key is looked at before anything else.
        return meddled ?? (fake.key === FAKE_KEY ? undefined : refused(version));
      };
    },
    page: (ids) => {
      const found = ids.map((id) => partner(id));
      return Response.json(version === 17 ? { jsonrpc: "2.0", id: 1, result: found } : found);
    },
  };
}

const refused = (version: 17 | 19) =>
  version === 17
    ? Response.json({
        jsonrpc: "2.0",
        id: 1,
        error: { code: 200, data: { name: "odoo.exceptions.AccessDenied" } },
      })
    : Response.json({ name: "werkzeug.exceptions.Unauthorized" }, { status: 401 });

describe.each([17, 19] as const)("reading Odoo %i page by page", (version) => {
  pagedContract(() => pagedOdoo(version), { noticesGone: true });
});

describe.each([17, 19] as const)("a connection to Odoo %i that cannot be", (version) => {
  const refusal = async (fetch: FakeOdoo["fetch"], more: object = {}) => {
    const connector = odooConnector({ privateAddresses: false, fetch, retries: 0, attemptTimeoutMs: 300 });
    return connector.connect({ ...OPTIONS, ...more }, never).then(
      () => ({ code: "connected" }),
      (error) => error.failure,
    );
  };
  const fake = () => new FakeOdoo(version, company());

  test.each([
    ["a proxy's HTML page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["another product's answer", () => Response.json({ message: "hello" })],
    ["another product's refusal", () => new Response("", { status: 403 })],
    ["a Dolibarr, which knows no such page", () => new Response("<html>Not Found</html>", { status: 404 })],
    ["a redirection", () => new Response("", { status: 302, headers: { location: "/web" } })],
  ])("%s: check the address", async (_, answer) => {
    expect(await refusal(async () => answer())).toMatchObject({ code: "source-address" });
  });

  test("a self-signed certificate is told", async () => {
    const refusing = async () => {
      throw Object.assign(new TypeError("fetch failed"), { cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
    };
    expect(await refusal(refusing)).toMatchObject({ code: "source-certificate" });
  });

  test.each([
    ["a wrong key", { key: "nope-nope" }, "source-refused"],
    ["an unknown database", { database: "autre" }, "source-database-unknown"],
    ["an address of this network", { address: "https://10.1.2.3" }, "source-address-forbidden"],
    ["no HTTPS", { address: "http://odoo.example" }, "source-address-forbidden"],
    ["no key", { key: " " }, "configuration-invalid"],
  ])("%s", async (_, more, code) => {
    const said = await refusal(fake().fetch, more);
    expect(said).toMatchObject({ code });
    expect(JSON.stringify(said)).not.toContain(FAKE_KEY);
  });

  test("a wrong user, or none, is told where a user is needed", async () => {
    const expected = version === 17 ? "source-refused" : "connected";
    expect(await refusal(fake().fetch, { user: "nobody" })).toMatchObject({ code: expected });
    const without = version === 17 ? "configuration-invalid" : "connected";
    expect(await refusal(fake().fetch, { user: "" })).toMatchObject({ code: without });
  });

  test("no right to the customers, without which there is nothing to show", async () => {
    const odoo = fake();
    odoo.models["res.partner"] = { ...odoo.models["res.partner"]!, hidden: true };
    expect(await refusal(odoo.fetch)).toMatchObject({
      code: "source-no-right",
      params: { model: "res.partner", table: "customers" },
    });
  });

  test("an Odoo without products is told so", async () => {
    const odoo = fake();
    delete odoo.models["product.product"];
    expect(await refusal(odoo.fetch)).toMatchObject({
      code: "source-module-missing",
      params: { module: "product" },
    });
  });
});
