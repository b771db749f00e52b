import { odooConnector } from "../../../src/crm/odoo/connector";
import { CONTENTS } from "../../../src/crm/odoo/contents";
import type { Ask, Domain } from "../../../src/crm/odoo/part";
import { mutatedLoads, mutatedRecords } from "../mutate";
import { company } from "./company";
import { FAKE_KEY, FakeOdoo } from "./fakeOdoo";

const RECORDS = 10_000;
const LOADS = 150;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A record of each model as Odoo shows it: one that the part itself finds. */
async function shown(model: string, domain: Domain, fields: readonly string[]) {
  const fake = new FakeOdoo(19, company());
  const request = new Request(`https://odoo.example/json/2/${model}/search_read`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-odoo-database": "vigie",
      authorization: `bearer ${FAKE_KEY}`,
    },
    body: JSON.stringify({ domain, fields, limit: 1, context: { active_test: false } }),
  });
  const [record] = await (await fake.fetch(request)).json();
  return record;
}

/** Related records that no page refers to: rows must do without them. */
const ask: Ask = {
  company: 1,
  currencies: { reporting: "EUR", rates: { EUR: 1 } },
  dayOf: (moment) => moment?.slice(0, 10),
  all: async () => [],
  people: async () => ({ users: new Set([5]), partners: new Set([15]) }),
  reads: () => true,
};

describe(`mutated answers of Odoo (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes a row or is counted as set aside`, async () => {
    const parts = await Promise.all(
      CONTENTS.map(async ({ part }) => {
        const { needed, optional } = part.fields;
        const has = (field: string) => field !== "website_id";
        const fields = [...needed, ...optional.filter(has)];
        const sample = await shown(part.model, part.domain(ask), fields);
        return { sample, rows: (records: readonly unknown[]) => part.rows(records, ask), rowsARecord: 1 };
      }),
    );
    await mutatedRecords(parts, RECORDS, SEED);
  }, 120_000);

  test.each([17, 19] as const)(
    `${LOADS} loads of version %i with one mutated reply each: complete, or one clear failure`,
    async (version) => {
      await mutatedLoads({
        connector: (heard) => {
          const { fetch } = new FakeOdoo(version, company());
          return odooConnector({ privateAddresses: false, fetch: heard(fetch), retries: 0 });
        },
        options: { address: "https://odoo.example", database: "vigie", user: "vigie", key: FAKE_KEY },
        requests: 75,
        loads: LOADS,
        seed: SEED,
      });
    },
    120_000,
  );
});
