import fc from "fast-check";
import { load } from "../../../src/crm/load";
import { trytonConnector } from "../../../src/crm/tryton/connector";
import { CONTENTS } from "../../../src/crm/tryton/contents";
import type { Ask } from "../../../src/crm/tryton/part";
import { collect } from "../../../src/sales/collect";
import { FAILURE_CODES } from "../../../src/sales/failure";
import { FakeTryton } from "./fakeTryton";
import { SAMPLES } from "./samples";

const RECORDS = 10_000;
const PAGE = 50;
const LOADS = 100;
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const never = new AbortController().signal;

/** A value somewhere within a JSON document, replaced or taken away. */
function mutate(value: unknown, path: readonly number[], replacement: unknown): unknown {
  if (typeof value !== "object" || value === null || path.length === 0) return replacement;
  const keys = Object.keys(value);
  if (keys.length === 0) return replacement;
  const [step = 0, ...rest] = path;
  const key = keys[step % keys.length]!;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (rest.length === 0 && replacement === undefined) delete copy[key];
  else copy[key] = mutate(copy[key], rest, replacement);
  return copy;
}

const mutation = fc.record({
  path: fc.array(fc.nat(40), { maxLength: 6 }),
  replacement: fc.oneof(
    fc.constantFrom<unknown>(undefined, null, "", 0, -1, 1e308, true, [], {}, "__proto__", "=1+1"),
    fc.constantFrom<unknown>(
      { __class__: "Decimal", decimal: "NaN" },
      { __class__: "date", year: 0, month: 99, day: -3 },
      { __class__: "timedelta", seconds: 1 },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

/** Related records are answered by the samples, whichever were asked for. */
const ask: Ask = {
  company: 1,
  currencies: { reporting: "EUR", rates: { EUR: 1 } },
  all: async (model, _, shape) => [shape.parse(SAMPLES[model])],
  count: async () => 1,
  reads: () => true,
};

describe(`mutated answers of Tryton (SEED=${SEED})`, () => {
  test(`${RECORDS} mutated records: each becomes a row or is counted as set aside`, async () => {
    let [made, setAside] = [0, 0];
    const pages = fc.array(mutation, { minLength: PAGE, maxLength: PAGE });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CONTENTS), pages, async ({ part }, mutations) => {
        const sample = SAMPLES[part.model];
        const records = mutations.map(({ path, replacement }) => mutate(sample, path, replacement));
        const { rows, rejected = [] } = await part.rows(records, ask);
        made += rows.length;
        setAside += rejected.length;
        expect(rows.length + rejected.length).toBe(PAGE);
      }),
      { numRuns: RECORDS / PAGE, seed: SEED },
    );
    expect(made + setAside).toBe(RECORDS);
    expect(Math.min(made, setAside)).toBeGreaterThan(RECORDS / 20);
  }, 120_000);

  test(`${LOADS} loads with one mutated reply each: complete, or one clear failure`, async () => {
    const codes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.nat(45), mutation, async (at, { path, replacement }) => {
        const fake = new FakeTryton(
          Object.fromEntries(Object.entries(SAMPLES).map(([model, record]) => [model, [record]])),
          "sale.line",
        );
        let asked = 0;
        const connector = trytonConnector({
          privateAddresses: false,
          retries: 0,
          fetch: async (request) => {
            const answer = await fake.fetch(request);
            if (asked++ !== at) return answer;
            return Response.json(mutate(await answer.json(), path, replacement) ?? null);
          },
        });
        const options = {
          address: "https://x.example",
          database: "vigie",
          user: "vigie",
          password: "pass-word",
        };
        const code = await connector.connect(options, never).then(
          async (connection) => {
            const result = await collect(load(connection, connector.declaration));
            return result.ok ? "complete" : result.failure.code;
          },
          (error) => error.failure.code,
        );
        expect(["complete", ...FAILURE_CODES]).toContain(code);
        expect(code).not.toBe("internal");
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }),
      { numRuns: LOADS, seed: SEED },
    );
    expect(codes.get("complete")).toBeGreaterThan(0);
    expect(codes.size).toBeGreaterThan(1);
  }, 120_000);
});
