import fc from "fast-check";
import type { Connector } from "../../src/crm/connector";
import type { Fetch } from "../../src/crm/http";
import type { Rows } from "../../src/crm/kit/records";
import { runs, seed } from "../support/runs";
import { loadMutated, type Outcomes, readMutated } from "./mutatedReplies";
import { mutated, mutation } from "./mutation";

const RECORDS = runs(10_000);
const REPLIES = runs(10_000);
const LOADS = runs(150, 30);
const PAGE = 50;
const TIMEOUT = 120_000;

/** What fills a table, and records of it as the CRM gives them. */
export interface MutatedPart {
  readonly samples: readonly unknown[];
  readonly rows: (records: readonly unknown[]) => Rows | Promise<Rows>;
  /** Rows that a record makes at most, where it may make none; without it, each makes one. */
  readonly most?: number;
}

interface MutatedCrm {
  readonly name: string;
  readonly parts: () => readonly MutatedPart[] | Promise<readonly MutatedPart[]>;
  readonly connector: (fetch: Fetch) => Connector;
  readonly options: Readonly<Record<string, unknown>>;
  /** A new fake of each version of the CRM. */
  readonly versions: Readonly<Record<string, () => Fetch>>;
  /** Where a reply holds what a record says of itself and decides whether it belongs: nowhere, if the CRM decides. */
  readonly ownWord?: RegExp;
  /** About as many as a refresh asks. */
  readonly requests: number;
}

/** Whatever stands in a CRM's answers: rows, records counted as set aside, or one clear failure. */
export function survivesMutations({
  name,
  parts,
  connector,
  options,
  versions,
  requests,
  ownWord = /^never$/,
}: MutatedCrm): void {
  describe(`mutated answers of ${name} (VIGIE_SEED=${seed})`, () => {
    test(
      `${RECORDS} mutated records: each becomes rows, or is left out on purpose, or is counted as set aside`,
      async () => {
        const { made, setAside } = await readMutatedRecords(await parts());
        expect(Math.min(made, setAside)).toBeGreaterThan(RECORDS / 20);
      },
      TIMEOUT,
    );

    describe.each(Object.entries(versions))("%s", (_, answering) => {
      test(
        `${REPLIES} mutated replies: the table is complete, or there is one clear failure`,
        async () => {
          const connect = (fetch: Fetch) => connector(fetch).connect(options, new AbortController().signal);
          const outcomes = await readMutated(connect, answering(), REPLIES, seed, ownWord);
          report(name, outcomes);
          expect(outcomes.get("complete")).toBeGreaterThan(REPLIES / 20);
          expect(outcomes.get("source-invalid-answer")).toBeGreaterThan(REPLIES / 20);
        },
        TIMEOUT,
      );

      test(
        `${LOADS} refreshes with one mutated reply each: complete, or one clear failure`,
        async () => {
          const outcomes = await loadMutated(connector, options, answering, requests, LOADS, seed);
          expect(outcomes.get("complete")).toBeGreaterThan(0);
          expect(outcomes.size).toBeGreaterThan(1);
        },
        TIMEOUT,
      );
    });
  });
}

/** Right, told and refused, for whoever reads the run's output. */
function report(name: string, outcomes: Outcomes): void {
  const [right, told] = [outcomes.get("right") ?? 0, outcomes.get("told") ?? 0];
  const refused = REPLIES - right - told;
  process.stdout.write(
    `${name}: ${REPLIES} mutated replies: ${right} right, ${told} told, ${refused} refused\n`,
  );
}

async function readMutatedRecords(parts: readonly MutatedPart[]) {
  let [made, setAside] = [0, 0];
  const pages = fc.array(fc.tuple(fc.nat(5), mutation), { minLength: PAGE, maxLength: PAGE });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), pages, async ({ samples, rows, most }, mutations) => {
      const page = mutations.map(([at, change]) => mutated(samples[at % samples.length], change));
      const told = await rows(page);
      const bad = told.rejected?.length ?? 0;
      if (most === undefined) expect(told.rows.length + bad).toBe(PAGE);
      else expect(told.rows.length).toBeLessThanOrEqual((PAGE - bad) * most);
      made += told.rows.length;
      setAside += bad;
    }),
    { numRuns: RECORDS / PAGE, seed },
  );
  return { made, setAside };
}

/** Mutated records under ids of their own: one without an id ends a refresh before it is read. */
export const numberedAnew = (records: readonly unknown[]): { readonly id: string }[] =>
  records.map((record, index) => ({ ...(record as object), id: String(index + 1) }));
