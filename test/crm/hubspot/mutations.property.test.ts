import { hubspotConnector } from "../../../src/crm/hubspot/connector";
import { CONTENTS } from "../../../src/crm/hubspot/contents";
import type { HubSpotPart } from "../../../src/crm/hubspot/part";
import type { Identified } from "../../../src/crm/hubspot/record";
import { daysIn } from "../../../src/crm/kit/zonedDay";
import { numberedAnew, survivesMutations } from "../mutations";
import { smallCompany } from "./company";

const LOOK = { day: daysIn("Europe/Paris"), stage: () => "Étape" };

/** The records that fill a table, as the fake gives them. */
async function samplesOf({ path, query }: HubSpotPart): Promise<readonly Identified[]> {
  const fake = smallCompany();
  const headers = { authorization: `Bearer ${fake.token}` };
  const asked = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const request = new Request(`https://api.hubapi.com${path}?${asked}`, { headers });
  return (await (await fake.fetch(request)).json()).results;
}

survivesMutations({
  name: "HubSpot",
  parts: () =>
    Promise.all(
      CONTENTS.map(async ({ part }) => ({
        samples: await samplesOf(part),
        rows: (records: readonly unknown[]) => part.rows(numberedAnew(records), LOOK),
        most: 1,
      })),
    ),
  connector: (fetch) => hubspotConnector({ fetch, retries: 0 }),
  options: { token: "pat-eu1-secret" },
  versions: { "API v3": () => smallCompany().fetch },
  ownWord: /^results\.\d+\.properties/,
  requests: 60,
});
