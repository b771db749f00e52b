import { load } from "../../../src/crm/load";
import { changedSince } from "../../../src/crm/tryton/changed";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import type { RefreshFrame } from "../../../src/sales/stream";
import { type FakeRecord, FakeTryton } from "./fakeTryton";

const never = new AbortController().signal;
const MOMENT = { __class__: "datetime", year: 2026, month: 11, day: 23, hour: 8, minute: 5, second: 7 };

const product = (id: number): FakeRecord => ({ id, name: `Produit ${id}`, code: null, categories: [] });
const EMPTY = [
  ["company.employee", "party.party", "party.address", "party.category", "product.category"],
  ["product.uom", "sale.sale", "sale.line", "product.template", "product.cost_price"],
].flat();

/** A Tryton of three products that dates its answers, or does not. */
function fakeTryton(date?: string): FakeTryton {
  const fake = new FakeTryton(
    {
      ...Object.fromEntries(EMPTY.map((model) => [model, []])),
      "product.product": [1, 2, 3].map(product),
      "company.company": [
        { id: 1, "currency.": { code: "EUR", rate: { __class__: "Decimal", decimal: "1" } } },
      ],
      "currency.currency": [{ id: 1, code: "EUR", rate: { __class__: "Decimal", decimal: "1" } }],
    },
    "product.product",
  );
  fake.meddle = ({ method }) =>
    method === "common.server.version" && date !== undefined
      ? Response.json({ id: 1, result: "6.0.29" }, { headers: { date } })
      : undefined;
  return fake;
}

const connect = (fake: FakeTryton) =>
  trytonConnector({ privateAddresses: false, fetch: fake.fetch, retries: 0 }).connect(
    { address: "https://tryton.example", database: "vigie", user: "vigie", password: "pass-word" },
    never,
  );

test("a record counts as changed by its own dates and by those of what it is made of", () => {
  const since = new Date("2026-11-23T08:05:07.250Z");
  const moment = { ...MOMENT, microsecond: 250_000 };
  const sale = { path: "sale.origin.", model: "sale.opportunity", through: ["sale.opportunity"] };
  expect(changedSince(since, [sale])).toEqual([
    "OR",
    ["create_date", ">=", moment],
    ["write_date", ">=", moment],
    ["sale.origin.create_date", ">=", moment, "sale.opportunity"],
    ["sale.origin.write_date", ">=", moment, "sale.opportunity"],
  ]);
});

test("a mark lies ten minutes before what the server's own clock says", async () => {
  const connection = await connect(fakeTryton("Mon, 23 Nov 2026 08:15:07 GMT"));
  const told = new Date("2026-11-23T08:05:07Z").getTime();
  const since = new Date(connection.changes?.mark ?? "").getTime() - told;
  expect(since).toBeGreaterThanOrEqual(0);
  // It has gone on since.
  expect(since).toBeLessThan(30_000);
});

test("changes are asked for by their dates, and the ids that are there beside", async () => {
  const fake = fakeTryton("Mon, 23 Nov 2026 08:15:07 GMT");
  const connection = await connect(fake);
  const page = await connection.changes!.list("products", "2026-11-23T08:05:07.000Z", undefined, never);
  expect(page.rows.map(({ values }) => values.id)).toEqual([1, 2, 3]);
  const asked = fake.asked.find(({ method }) => method === "model.product.product.search_read");
  expect(JSON.stringify(asked?.params[0])).toContain(
    JSON.stringify(["write_date", ">=", { ...MOMENT, microsecond: 0 }]),
  );
  expect(await connection.changes!.presentIds!("products", never)).toEqual(["1", "2", "3"]);
});

test("a mark that is no moment means that the changes are lost", async () => {
  const connection = await connect(fakeTryton("Mon, 23 Nov 2026 08:15:07 GMT"));
  await expect(connection.changes!.list("products", "hier", undefined, never)).rejects.toThrow(
    "source-changes-lost",
  );
});

test("a server that does not tell its time is always read in full", async () => {
  const connection = await connect(fakeTryton());
  expect(connection.changes).toBeUndefined();
  const frames: RefreshFrame[] = [];
  const { declaration } = trytonConnector({ privateAddresses: false });
  for await (const frame of load(connection, declaration, { since: "a.b.c" })) frames.push(frame);
  expect(frames[0]).toMatchObject({ mode: "full", fullBecause: { code: "changes-not-dated" } });
});

test("whoever may not read what costs are made of would miss changes: always in full", async () => {
  const fake = fakeTryton("Mon, 23 Nov 2026 08:15:07 GMT");
  const meddle = fake.meddle;
  fake.meddle = (asked, nth) =>
    asked.method === "model.ir.model.access.get_access"
      ? Response.json({
          result: Object.fromEntries(
            (asked.params[0] as string[]).map((model) => [model, { read: model !== "product.cost_price" }]),
          ),
        })
      : meddle(asked, nth);
  const connection = await connect(fake);
  expect(connection.tables).toContain("order_lines");
  expect(connection.changes).toBeUndefined();
});
