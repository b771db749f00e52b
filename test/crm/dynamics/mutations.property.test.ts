import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { CONTENTS } from "../../../src/crm/dynamics/contents";
import { daysIn } from "../../../src/crm/kit/zonedDay";
import { survivesMutations } from "../mutations";
import { company } from "./company";
import { ADDRESS, FakeDataverse, type FakeRecord } from "./fakeDataverse";

const CONTEXT = { day: daysIn("Europe/Paris"), isoOf: () => "USD" };

/** Records as they come in a page: what lookups lead to within them. */
function samplesOf(set: string): readonly FakeRecord[] {
  const records = company();
  const parents = { salesorderid: records.salesorders![0], productid: records.products![0] };
  return records[set]!.map((record) => ({ ...record, ...(set === "salesorderdetails" && parents) }));
}

survivesMutations({
  name: "Dynamics",
  parts: () =>
    CONTENTS.map(({ part }) => ({
      samples: samplesOf(part.set),
      rows: (records) => part.rows(records, CONTEXT),
    })),
  connector: (fetch) => dynamicsConnector({ privateAddresses: false, fetch, retries: 0 }),
  options: { address: ADDRESS, token: "token-1" },
  versions: { "Web API 9.2": () => new FakeDataverse(company()).fetch },
  requests: 40,
});
