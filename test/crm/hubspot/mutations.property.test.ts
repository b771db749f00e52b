import { hubspotConnector } from "../../../src/crm/hubspot/connector";
import { CONTENTS } from "../../../src/crm/hubspot/contents";
import { type Identified, listedAssociations } from "../../../src/crm/hubspot/objects";
import type { Part } from "../../../src/crm/hubspot/part";
import { daysIn } from "../../../src/crm/kit/zonedDay";
import { numberedAnew, survivesMutations } from "../mutations";
import { smallCompany } from "./company";

const LOOK = { day: daysIn("Europe/Paris"), stage: () => "Étape" };

/** The records that fill a table, as the fake gives them. */
async function samplesOf({ path, query }: Part): Promise<readonly Identified[]> {
  const fake = smallCompany();
  const headers = { authorization: `Bearer ${fake.token}` };
  const asked = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const request = new Request(`https://api.hubapi.com${path}?${asked}`, { headers });
  return (await (await fake.fetch(request)).json()).results;
}

/** Each record has a row, or its id is among those that have none. */
function rowsOf(part: Part, mutated: readonly unknown[]) {
  const records = numberedAnew(mutated);
  const told = part.rows(records, { ...LOOK, companies: listedAssociations(records) });
  expect(told.rows.length + told.left.length).toBe(records.length);
  expect(told.rejected?.length ?? 0).toBeLessThanOrEqual(told.left.length);
  return told;
}

survivesMutations({
  name: "HubSpot",
  parts: () =>
    Promise.all(
      CONTENTS.map(async ({ part }) => ({
        samples: await samplesOf(part),
        rows: (records: readonly unknown[]) => rowsOf(part, records),
        most: 1,
      })),
    ),
  connector: (fetch) => hubspotConnector({ fetch, retries: 0 }),
  options: { token: "pat-eu1-secret" },
  versions: { "API v3": () => smallCompany().fetch },
  requests: 40,
});
