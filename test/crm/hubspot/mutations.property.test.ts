import fc from "fast-check";
import { hubspotConnector } from "../../../src/crm/hubspot/connector";
import { CONTENTS } from "../../../src/crm/hubspot/contents";
import { type Identified, listedAssociations } from "../../../src/crm/hubspot/objects";
import { daysIn } from "../../../src/crm/zonedDay";
import { loadMutated, readMutated } from "../mutatedReplies";
import { mutated, mutation } from "../mutation";
import { smallCompany } from "./company";
import { never } from "./reading";

const RECORDS = 10_000;
const REPLIES = 10_000;
const LOADS = 150;
const PAGE = 50;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const TOKEN = { token: "pat-eu1-secret" };

/** The records that fill each table, as the fake gives them. */
async function samples(): Promise<ReadonlyMap<string, readonly Identified[]>> {
  const fake = smallCompany();
  const headers = { authorization: `Bearer ${fake.token}` };
  const given = new Map<string, readonly Identified[]>();
  for (const { part } of CONTENTS) {
    const query = new URLSearchParams(
      Object.entries(part.query).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const request = new Request(`https://api.hubapi.com${part.path}?${query}`, { headers });
    given.set(part.object, (await (await fake.fetch(request)).json()).results);
  }
  return given;
}

describe(`mutated answers of HubSpot (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes a row, or is left out on purpose, or is counted as set aside`, async () => {
    const given = await samples();
    const look = { day: daysIn("Europe/Paris"), stage: () => "Étape" };
    let [made, setAside, leftOut] = [0, 0, 0];
    const pages = fc.array(fc.tuple(fc.nat(4), mutation), { minLength: PAGE, maxLength: PAGE });
    fc.assert(
      fc.property(fc.constantFrom(...CONTENTS), pages, ({ part }, mutations) => {
        const all = given.get(part.object)!;
        const records = mutations.map(([at, change], index) => ({
          ...(mutated(all[at % all.length], change) as object),
          // A record without an id ends a refresh before it is read.
          id: String(index + 1),
        }));
        const companies = listedAssociations(records);
        const { rows, rejected = [], left } = part.rows(records, { ...look, companies });
        expect(rows.length + left.length).toBe(PAGE);
        expect(rejected.length).toBeLessThanOrEqual(left.length);
        made += rows.length;
        setAside += rejected.length;
        leftOut += left.length - rejected.length;
      }),
      { numRuns: RECORDS / PAGE, seed: SEED },
    );
    expect(made + setAside + leftOut).toBe(RECORDS);
    expect(Math.min(made, setAside)).toBeGreaterThan(RECORDS / 20);
  }, 120_000);

  test(`${REPLIES} mutated replies: the table is complete, or there is one clear failure`, async () => {
    const outcomes = await readMutated(
      (fetch) => hubspotConnector({ fetch, retries: 0 }).connect(TOKEN, never),
      smallCompany().fetch,
      REPLIES,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(REPLIES / 20);
    expect(outcomes.get("source-invalid-answer")).toBeGreaterThan(REPLIES / 20);
  }, 120_000);

  test(`${LOADS} refreshes with one mutated reply each: complete, or one clear failure`, async () => {
    const outcomes = await loadMutated(
      (fetch) => hubspotConnector({ fetch, retries: 0 }),
      TOKEN,
      () => smallCompany().fetch,
      40,
      LOADS,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(0);
    expect(outcomes.size).toBeGreaterThan(1);
  }, 120_000);
});
