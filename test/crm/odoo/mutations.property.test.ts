import { odooConnector } from "../../../src/crm/odoo/connector";
import { CONTENTS } from "../../../src/crm/odoo/contents";
import type { Ask, Domain } from "../../../src/crm/odoo/part";
import { survivesMutations } from "../mutations";
import { company } from "./company";
import { FAKE_KEY, FakeOdoo } from "./fakeOdoo";

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

survivesMutations({
  name: "Odoo",
  parts: () =>
    Promise.all(
      CONTENTS.map(async ({ part }) => {
        const { needed, optional } = part.fields;
        const fields = [...needed, ...optional.filter((field) => field !== "website_id")];
        return {
          samples: [await shown(part.model, part.domain(ask), fields)],
          rows: (records: readonly unknown[]) => part.rows(records, ask),
        };
      }),
    ),
  connector: (fetch) => odooConnector({ privateAddresses: false, fetch, retries: 0 }),
  options: { address: "https://odoo.example", database: "vigie", user: "vigie", key: FAKE_KEY },
  versions: {
    "version 17": () => new FakeOdoo(17, company()).fetch,
    "version 19": () => new FakeOdoo(19, company()).fetch,
  },
  requests: 75,
});
