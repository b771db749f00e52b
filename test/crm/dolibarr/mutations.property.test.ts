import { dolibarrConnector } from "../../../src/crm/dolibarr/connector";
import { CONTENTS } from "../../../src/crm/dolibarr/contents";
import type { Ask } from "../../../src/crm/dolibarr/part";
import { mutatedLoads, mutatedRecords } from "../mutate";
import { company } from "./company";
import { FAKE_KEY, FakeDolibarr } from "./fakeDolibarr";

const RECORDS = 10_000;
const LOADS = 150;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const ask: Ask = {
  dayOf: (second) =>
    second === undefined ? undefined : new Date(Math.min(second, 4e9) * 1_000).toISOString().slice(0, 10),
  users: async () => new Set([5]),
  customers: async () => new Set([7]),
  families: async () => new Map([[3, "Chauffage"]]),
  states: async () => new Map([[6, "Alpes-Maritimes"]]),
  representative: async () => 5,
};

describe(`mutated answers of Dolibarr (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes rows or is counted as set aside`, async () => {
    const lists = company();
    const parts = CONTENTS.map(({ table, part }) => {
      const { id, shown } = lists[part.resource]!.items[0]!;
      return {
        sample: { id: String(id), ...shown },
        rows: (records: readonly unknown[]) => part.rows(records, ask),
        // An opportunity that is over makes no row either.
        rowsARecord: table === "order_lines" || table === "opportunities" ? 3 : 1,
      };
    });
    await mutatedRecords(parts, RECORDS, SEED);
  }, 120_000);

  test.each([18, 22] as const)(
    `${LOADS} loads of version %i with one mutated reply each: complete, or one clear failure`,
    async (version) => {
      await mutatedLoads({
        connector: (heard) => {
          const { fetch } = new FakeDolibarr(version, company());
          return dolibarrConnector({ privateAddresses: false, fetch: heard(fetch), retries: 0 });
        },
        options: { address: "https://dolibarr.example", key: FAKE_KEY },
        requests: 50,
        loads: LOADS,
        seed: SEED,
      });
    },
    120_000,
  );
});
