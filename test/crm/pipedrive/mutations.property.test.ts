import fc from "fast-check";
import { PipedriveClient } from "../../../src/crm/pipedrive/client";
import { pipedriveConnector } from "../../../src/crm/pipedrive/connector";
import { contents } from "../../../src/crm/pipedrive/contents";
import type { Look } from "../../../src/crm/pipedrive/part";
import { type Identified, Questions } from "../../../src/crm/pipedrive/questions";
import { daysIn } from "../../../src/crm/zonedDay";
import { loadMutated, readMutated } from "../mutatedReplies";
import { mutated, mutation } from "../mutation";
import { smallCompany } from "./company";
import { never, TOKEN } from "./reading";

const RECORDS = 10_000;
const REPLIES = 10_000;
const LOADS = 150;
const PAGE = 50;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const LOOK: Look = {
  day: daysIn("Europe/Paris"),
  stages: new Map(),
  industries: new Map(),
  families: new Map(),
  leadLabels: new Map(),
};

describe(`mutated answers of Pipedrive (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes a row, or is left out on purpose, or is counted as set aside`, async () => {
    const questions = new Questions(new PipedriveClient(TOKEN, { fetch: smallCompany().fetch }), never);
    const parts = contents()
      .filter(({ table }) => table !== "order_lines")
      .flatMap((content) => content.parts);
    const given = new Map<object, readonly Identified[]>();
    for (const part of parts) given.set(part, (await part.list(questions, undefined)).records);
    const filled = parts.filter((part) => given.get(part)!.length > 0);
    let [made, setAside, leftOut] = [0, 0, 0];
    const pages = fc.array(fc.tuple(fc.nat(4), mutation), { minLength: PAGE, maxLength: PAGE });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...filled), pages, async (part, mutations) => {
        const all = given.get(part)!;
        const records = mutations.map(([at, change], index) => ({
          ...(mutated(all[at % all.length], change) as object),
          // A record without an id ends a refresh before it is read.
          id: String(index + 1),
        }));
        const { rows, rejected = [] } = await part.rows(records, LOOK, questions);
        // Only activities that are no meetings held are left out.
        if (part.object !== "activities") expect(rows.length + rejected.length).toBe(PAGE);
        made += rows.length;
        setAside += rejected.length;
        leftOut += PAGE - rows.length - rejected.length;
      }),
      { numRuns: RECORDS / PAGE, seed: SEED },
    );
    expect(made + setAside + leftOut).toBe(RECORDS);
    expect(Math.min(made, setAside)).toBeGreaterThan(RECORDS / 20);
  }, 120_000);

  test(`${REPLIES} mutated replies: the table is complete, or there is one clear failure`, async () => {
    const outcomes = await readMutated(
      (fetch) => pipedriveConnector({ fetch, retries: 0 }).connect(TOKEN, never),
      unlimited().fetch,
      REPLIES,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(REPLIES / 20);
    expect(outcomes.get("source-invalid-answer")).toBeGreaterThan(REPLIES / 20);
  }, 120_000);

  test(`${LOADS} refreshes with one mutated reply each: complete, or one clear failure`, async () => {
    const outcomes = await loadMutated(
      (fetch) => pipedriveConnector({ fetch, retries: 0 }),
      TOKEN,
      () => smallCompany().fetch,
      30,
      LOADS,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(0);
    expect(outcomes.size).toBeGreaterThan(1);
  }, 120_000);
});

function unlimited() {
  const fake = smallCompany();
  fake.tokensLeft = undefined;
  return fake;
}
