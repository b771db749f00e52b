import { trytonConnector } from "../../../src/crm/tryton/connector";
import { CONTENTS } from "../../../src/crm/tryton/contents";
import type { Ask } from "../../../src/crm/tryton/part";
import { survivesMutations } from "../mutations";
import { FakeTryton } from "./fakeTryton";
import { SAMPLES } from "./samples";

/** Related records are answered by the samples, whichever were asked for. */
const ask: Ask = {
  company: 1,
  currencies: { reporting: "EUR", rates: { EUR: 1 } },
  all: async (model, _, shape) => [shape.parse(SAMPLES[model])],
  count: async () => 1,
  reads: () => true,
};

survivesMutations({
  name: "Tryton",
  parts: () =>
    CONTENTS.map(({ part }) => ({
      samples: [SAMPLES[part.model]],
      rows: (records) => part.rows(records, ask),
    })),
  connector: (fetch) => trytonConnector({ privateAddresses: false, fetch, retries: 0 }),
  options: { address: "https://x.example", database: "vigie", user: "vigie", password: "pass-word" },
  versions: {
    "version 6.0": () => {
      const records = Object.entries(SAMPLES).map(([model, record]) => [model, [record]]);
      return new FakeTryton(Object.fromEntries(records), "sale.line").fetch;
    },
  },
  requests: 45,
});
