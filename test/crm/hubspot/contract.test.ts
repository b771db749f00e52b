import { lackWithKpis } from "../../../src/kpi/lacks";
import { type CursorCrm, readsByCursor } from "../cursorContract";
import { FakeHubSpot, type FakeObject } from "./fakeHubSpot";
import { collected, connectorTo, connectTo, loaded, never } from "./reading";

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

const limited = (policyName: string) => () =>
  Response.json({ status: "error", errorType: "RATE_LIMIT", policyName }, { status: 429 });

function cursorHubSpot(): CursorCrm {
  const fake = fakeHubSpot();
  const products = fake.objects.products!;
  const at = (id: number) => products.findIndex((one) => one.id === String(id));
  const crm: CursorCrm = {
    products: 250,
    meddle: () => undefined,
    load: (options) => loaded(fake, options),
    limited: limited("TEN_SECONDLY_ROLLING"),
    spent: limited("DAILY"),
    truncated: () => new Response('{"results":[{"id":"101","prope'),
    overlapping: () =>
      Response.json({
        results: Array.from({ length: 100 }, (_, index) => product(100 + index)),
        paging: { next: { after: "199" } },
      }),
    endless: () => Response.json({ results: [product(1)], paging: { next: { after: "1" } } }),
    anonymous: () => Response.json({ results: [{ properties: { name: "?" } }] }),
    spoil: (id) => {
      products[at(id)] = product(id, { properties: { name: ["Chaud"], hs_sku: null } });
      return `products ${id}`;
    },
    add: (id) => products.push(product(id)),
    touch: (id) => products.splice(at(id), 1, product(id, { updatedAt: 1 })),
    remove: (id) => products.splice(at(id), 1),
    signedInWith: (token) => {
      fake.token = token;
    },
    granted: {},
  };
  fake.meddle = (_, nth) => (nth > 0 ? crm.meddle(nth) : undefined);
  return crm;
}

readsByCursor("HubSpot", cursorHubSpot, (fetch) => connectorTo({ fetch }));

describe("what HubSpot alone does", () => {
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

  test("a scope that is missing leaves its table out, and says which", async () => {
    const fake = fakeHubSpot();
    fake.refusedPaths.add("/crm/v3/objects/invoices");
    fake.refusedPaths.add("/settings/v3/currencies");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("invoices");
    expect(connection.tables).toContain("opportunities");
    const said = connection.lacks?.map((lack) => lackWithKpis(lack).fr).join(" ");
    expect(said).toContain("« crm.objects.invoices.read »");
    expect(said).toContain("settings.currencies.read");
  });

  test("an object that the plan does not have leaves its table out", async () => {
    const fake = fakeHubSpot();
    fake.absent.add("leads");
    const connection = await connectTo(fake);
    expect(connection.tables).not.toContain("leads");
    expect(connection.lacks?.map((lack) => lackWithKpis(lack).fr).join(" ")).toContain("LEADSCHAUDS");
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
    const before = fake.asked.length;
    await collected(fake);
    const connecting = 16;
    const share = estimate.calls / (fake.asked.length - before - connecting);
    expect(Math.abs(share - 1)).toBeLessThan(0.1);
    expect(estimate.callsLeft).toBeLessThan(estimate.calls);
  });

  test("HubSpot tells nothing of its limits to those who signed in", async () => {
    const fake = fakeHubSpot();
    fake.callsLeft = undefined;
    const connection = await connectTo(fake);
    expect(await connection.estimate!(never)).not.toHaveProperty("callsLeft");
  });
});
