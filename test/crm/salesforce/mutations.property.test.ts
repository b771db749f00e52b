import { daysIn } from "../../../src/crm/kit/zonedDay";
import { salesforceConnector } from "../../../src/crm/salesforce/connector";
import { CONTENTS } from "../../../src/crm/salesforce/contents";
import { survivesMutations } from "../mutations";
import { company } from "./company";
import { ADDRESS, type FakeRecord, FakeSalesforce } from "./fakeSalesforce";

const CONTEXT = { day: daysIn("Europe/Paris"), datedMoney: (amount: number) => ({ amount }) };

/** Records as they come in a page: parents within them. */
function samplesOf(object: string): readonly FakeRecord[] {
  const records = company();
  const parents = { Order: records.Order![0], UserRole: records.UserRole![0] };
  return records[object]!.map((record) => ({ ...record, ...parents }));
}

survivesMutations({
  name: "Salesforce",
  parts: () =>
    CONTENTS.map(({ part }) => ({
      samples: samplesOf(part.object),
      rows: (records) => part.rows(records, CONTEXT),
    })),
  connector: (fetch) => salesforceConnector({ privateAddresses: false, fetch, retries: 0 }),
  options: { address: ADDRESS, token: "token-1" },
  versions: {
    "API 62": () => {
      const fake = new FakeSalesforce(company());
      fake.callsLeft = Number.POSITIVE_INFINITY;
      return fake.fetch;
    },
  },
  requests: 40,
});
