import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { CONTENTS } from "../../../src/crm/dolibarr/contents";
import type { Ask } from "../../../src/crm/dolibarr/part";
import { survivesMutations } from "../mutations";
import { company } from "./company";
import { FAKE_KEY, FakeDolibarr } from "./fakeDolibarr";

const ask: Ask = {
  choices: { visits: [5], salesperson: "author" },
  dayOf: (second) =>
    second === undefined ? undefined : new Date(Math.min(second, 4e9) * 1_000).toISOString().slice(0, 10),
  users: async () => new Set([5]),
  customers: async () => new Set([7]),
  families: async () => new Map([[3, "Chauffage"]]),
  states: async () => new Map([[6, "Alpes-Maritimes"]]),
  representative: async () => 5,
};

survivesMutations({
  name: "Dolibarr",
  parts: () =>
    CONTENTS.map(({ table, part }) => {
      const { id, shown } = company()[part.resource]!.items[0]!;
      return {
        samples: [{ id: String(id), ...shown }],
        rows: (records) => part.rows(records, ask),
        ...(table === "order_lines" && { most: 3 }),
        // One that is over makes no row.
        ...(table === "opportunities" && { most: 1 }),
      };
    }),
  connector: (fetch) => dolibarrConnector({ privateAddresses: false, fetch, retries: 0 }),
  options: { address: "https://dolibarr.example", key: FAKE_KEY },
  versions: {
    "version 18": () => new FakeDolibarr(18, company()).fetch,
    "version 22": () => new FakeDolibarr(22, company()).fetch,
  },
  requests: 50,
});
