import fc from "fast-check";
import { dynamicsConnector } from "../../../src/crm/dynamics/connector";
import { CONTENTS } from "../../../src/crm/dynamics/contents";
import { daysIn } from "../../../src/crm/zonedDay";
import { loadMutated, readMutated } from "../mutatedReplies";
import { mutated, mutation } from "../mutation";
import { company } from "./company";
import { ADDRESS, FakeDataverse, type FakeRecord } from "./fakeDataverse";

const RECORDS = 10_000;
const REPLIES = 10_000;
const LOADS = 150;
const PAGE = 50;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const OPTIONS = { address: ADDRESS, token: "token-1" };
const never = new AbortController().signal;

const connectorTo = (fetch: FakeDataverse["fetch"]) =>
  dynamicsConnector({ privateAddresses: false, fetch, retries: 0 });

/** Records as they come in a page: what lookups lead to within them. */
function samplesOf(set: string): readonly FakeRecord[] {
  const records = company();
  const parents = { salesorderid: records.salesorders![0], productid: records.products![0] };
  return records[set]!.map((record) => ({ ...record, ...(set === "salesorderdetails" && parents) }));
}

describe(`mutated answers of Dynamics (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes a row or is counted as set aside`, () => {
    const context = { day: daysIn("Europe/Paris"), isoOf: () => "USD" };
    let [made, setAside] = [0, 0];
    const pages = fc.array(fc.tuple(fc.nat(5), mutation), { minLength: PAGE, maxLength: PAGE });
    fc.assert(
      fc.property(fc.constantFrom(...CONTENTS), pages, ({ part }, mutations) => {
        const samples = samplesOf(part.set);
        const records = mutations.map(([at, change]) => mutated(samples[at % samples.length], change));
        const { rows, rejected } = part.rows(records, context);
        made += rows.length;
        setAside += rejected.length;
        expect(rows.length + rejected.length).toBe(PAGE);
      }),
      { numRuns: RECORDS / PAGE, seed: SEED },
    );
    expect(made + setAside).toBe(RECORDS);
    expect(Math.min(made, setAside)).toBeGreaterThan(RECORDS / 20);
  }, 120_000);

  test(`${REPLIES} mutated replies: the table is complete, or there is one clear failure`, async () => {
    const outcomes = await readMutated(
      (fetch) => connectorTo(fetch).connect(OPTIONS, never),
      new FakeDataverse(company()).fetch,
      REPLIES,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(REPLIES / 20);
    expect(outcomes.get("source-invalid-answer")).toBeGreaterThan(REPLIES / 20);
  }, 120_000);

  test(`${LOADS} refreshes with one mutated reply each: complete, or one clear failure`, async () => {
    const outcomes = await loadMutated(
      connectorTo,
      OPTIONS,
      () => new FakeDataverse(company()).fetch,
      40,
      LOADS,
      SEED,
    );
    expect(outcomes.get("complete")).toBeGreaterThan(0);
    expect(outcomes.size).toBeGreaterThan(1);
  }, 120_000);
});
