import fc from "fast-check";
import type { Connector } from "../../src/crm/connector";
import type { Fetch } from "../../src/crm/http";
import { load } from "../../src/crm/load";
import type { Rows } from "../../src/crm/records";
import { collect } from "../../src/sales/collect";
import { FAILURE_CODES } from "../../src/sales/failure";

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
  path: fc.array(fc.nat(40), { maxLength: 4 }),
  replacement: fc.oneof(
    fc.constantFrom<unknown>(undefined, null, false, true, "", 0, -1, 1e308, [], {}, "__proto__", "=1+1"),
    fc.constantFrom<unknown>(
      "NaN",
      "2024-13-45",
      "2024-02-30 25:61:00",
      [7],
      [7, 8],
      ["7", "x"],
      1e15,
      "1e400",
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

interface MutatedPart {
  readonly sample: Readonly<Record<string, unknown>>;
  readonly rows: (records: readonly unknown[]) => Promise<Rows>;
  /** Rows that one unharmed record makes. */
  readonly rowsARecord: number;
}

const PAGE = 50;

/** Each mutated record becomes rows or is counted as set aside; nothing else happens to it. */
export async function mutatedRecords(parts: readonly MutatedPart[], records: number, seed: number) {
  let [made, setAside] = [0, 0];
  const pages = fc.array(mutation, { minLength: PAGE, maxLength: PAGE });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), pages, async ({ sample, rows, rowsARecord }, mutations) => {
      const page = mutations.map(({ path, replacement }) => mutate(sample, path, replacement));
      const told = await rows(page);
      const { length: bad } = told.rejected ?? [];
      setAside += bad;
      made += PAGE - bad;
      // A record whose lines were taken away makes no row, and none makes more than it holds.
      expect(told.rows.length).toBeLessThanOrEqual((PAGE - bad) * rowsARecord);
      if (rowsARecord === 1) expect(told.rows.length + bad).toBe(PAGE);
    }),
    { numRuns: records / PAGE, seed },
  );
  expect(made + setAside).toBe(records);
  expect(Math.min(made, setAside)).toBeGreaterThan(records / 20);
}

interface MutatedLoads {
  /** A connector over a fake of its own, whose answers go through `heard`. */
  readonly connector: (heard: (fetch: Fetch) => Fetch) => Connector;
  readonly options: Readonly<Record<string, unknown>>;
  /** About as many as a load asks. */
  readonly requests: number;
  readonly loads: number;
  readonly seed: number;
}

/** Loads with one mutated reply each: complete, or one clear failure. */
export async function mutatedLoads({ connector, options, requests, loads, seed }: MutatedLoads) {
  const codes = new Map<string, number>();
  const never = new AbortController().signal;
  await fc.assert(
    fc.asyncProperty(fc.nat(requests), mutation, async (at, { path, replacement }) => {
      let asked = 0;
      const made = connector((fetch) => async (request) => {
        const answer = await fetch(request);
        if (asked++ !== at) return answer;
        const { status } = answer;
        return Response.json(mutate(await answer.json().catch(() => null), path, replacement) ?? null, {
          status,
        });
      });
      const code = await made.connect(options, never).then(
        async (connection) => {
          const result = await collect(load(connection, made.declaration));
          return result.ok ? "complete" : result.failure.code;
        },
        (error) => error.failure.code,
      );
      expect(["complete", ...FAILURE_CODES]).toContain(code);
      expect(code).not.toBe("internal");
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }),
    { numRuns: loads, seed },
  );
  expect(codes.get("complete")).toBeGreaterThan(0);
  expect(codes.size).toBeGreaterThan(1);
}
