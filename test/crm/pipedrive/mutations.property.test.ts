import { daysIn } from "../../../src/crm/kit/zonedDay";
import { PipedriveClient } from "../../../src/crm/pipedrive/client";
import { pipedriveConnector } from "../../../src/crm/pipedrive/connector";
import { contents } from "../../../src/crm/pipedrive/contents";
import type { Look } from "../../../src/crm/pipedrive/part";
import { Questions } from "../../../src/crm/pipedrive/questions";
import { type MutatedPart, numberedAnew, survivesMutations } from "../mutations";
import { smallCompany } from "./company";
import { never, TOKEN } from "./reading";

const LOOK: Look = {
  day: daysIn("Europe/Paris"),
  stages: new Map(),
  industries: new Map(),
  families: new Map(),
  leadLabels: new Map(),
};

function unlimited() {
  const fake = smallCompany();
  fake.tokensLeft = undefined;
  return fake;
}

/** The lists that hold something; lines of orders are asked for one deal at a time. */
async function parts(): Promise<readonly MutatedPart[]> {
  const questions = new Questions(
    new PipedriveClient({
      fetch: smallCompany().fetch,
      label: "Pipedrive",
      headers: { "x-api-token": TOKEN.token },
    }),
    never,
  );
  const lists = contents().filter(({ table }) => table !== "order_lines");
  const all = await Promise.all(
    lists
      .flatMap((content) => content.part)
      .map(async (part) => ({
        samples: (await part.list(questions, undefined)).records,
        rows: async (records: readonly unknown[]) => {
          const { rows, rejected = [] } = await part.rows(numberedAnew(records), LOOK, questions);
          return { rows: rows.map(({ row }) => row), rejected };
        },
        // Activities that are no meetings held are left out.
        ...(part.object === "activities" && { most: 1 }),
      })),
  );
  return all.filter(({ samples }) => samples.length > 0);
}

survivesMutations({
  name: "Pipedrive",
  parts,
  connector: (fetch) => pipedriveConnector({ fetch, retries: 0 }),
  options: TOKEN,
  versions: { "API v2": () => unlimited().fetch },
  ownWord: /^data\.\d+\.(type|done|is_enabled|deal_id)/,
  requests: 40,
});
