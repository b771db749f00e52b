import fc from "fast-check";
import type { Connection, Connector } from "../../src/crm/connector";
import type { Fetch } from "../../src/crm/http";
import { NOBODY } from "../../src/crm/kit";
import { failureOf, load } from "../../src/crm/load";
import { pagesOf } from "../../src/crm/pagesOf";
import { collect } from "../../src/sales/collect";
import { FAILURE_CODES } from "../../src/sales/failure";
import type { TableName } from "../../src/sales/schema";
import { mutatedAnswer, mutation } from "./mutation";

const never = new AbortController().signal;

/** How mutated replies ended: `complete` (of these `right`, or `told` as rows set aside), or the failure's code. */
export type Outcomes = ReadonlyMap<string, number>;

/** What a reading of a table gave: rows, rows set aside. */
interface Counted {
  readonly rows: number;
  readonly setAside: number;
}

/**
 * Reads tables of one open connection again and again, one reply of each reading mutated. Fails at whatever is
 * neither a clear failure of ours nor complete: as many rows as there are, or some told as set aside. A mutation of
 * what a record says of itself (`ownWord`, by its place) may make it one that does not belong.
 */
export async function readMutated(
  connect: (fetch: Fetch) => Promise<Connection>,
  answering: Fetch,
  runs: number,
  seed: number,
  ownWord: RegExp,
): Promise<Outcomes> {
  const outcomes = new Map<string, number>();
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  let meddle: Fetch = answering;
  const connection = await connect((request) => meddle(request));
  const whole = new Map<TableName, Counted>();
  for (const table of connection.tables!) {
    const read = await readAll(connection, table);
    if (typeof read === "string") throw new Error(`${table}: ${read}`);
    whole.set(table, read);
  }
  const tables = fc.constantFrom<TableName>(...connection.tables!);
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(6), mutation, async (table, at, change) => {
      let [asked, place, about] = [0, "", ""];
      meddle = async (request) => {
        const answer = await answering(request);
        if (asked++ !== at) return answer;
        const mutated = await mutatedAnswer(answer, change);
        [place, about] = [mutated.place, request.url];
        return mutated.answer;
      };
      const read = await readAll(connection, table);
      if (typeof read === "string") {
        expect(FAILURE_CODES).toContain(read);
        expect(read).not.toBe("internal");
        return void count(read);
      }
      const expected = whole.get(table)!;
      const isTold = read.setAside > expected.setAside;
      // One record set aside may have been several rows.
      if (!isTold && !ownWord.test(place))
        expect({ table, place, about, change, rows: read.rows }).toEqual({
          ...{ table, place, about, change },
          rows: expected.rows,
        });
      count("complete");
      count(isTold ? "told" : "right");
    }),
    { numRuns: runs, seed },
  );
  return outcomes;
}

async function readAll(connection: Connection, table: TableName): Promise<string | Counted> {
  try {
    const read = (cursor: string | undefined) => connection.listPage(table, cursor, never);
    const ids = new Set<unknown>();
    let setAside = 0;
    for await (const page of pagesOf(read, { source: "", table })) {
      for (const { origin, values } of page.rows) {
        expect(typeof origin + typeof values).toBe("stringobject");
        // Whether somebody or something is stood in for is the CRM's own word.
        if (values.id !== NOBODY.id) ids.add(values.id);
      }
      setAside += page.rejected?.length ?? 0;
    }
    return { rows: ids.size, setAside };
  } catch (error) {
    return failureOf(error).code;
  }
}

/** Whole refreshes, from connecting on, with one reply mutated. */
export async function loadMutated(
  connector: (fetch: Fetch) => Connector,
  options: Readonly<Record<string, unknown>>,
  answering: () => Fetch,
  replies: number,
  runs: number,
  seed: number,
): Promise<Outcomes> {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.nat(replies), mutation, async (at, change) => {
      let asked = 0;
      const answer = answering();
      const { declaration, connect } = connector(async (request) => {
        const given = await answer(request);
        return asked++ === at ? (await mutatedAnswer(given, change)).answer : given;
      });
      const outcome = await connect(options, never).then(
        async (connection) => {
          const result = await collect(load(connection, declaration));
          return result.ok ? "complete" : result.failure.code;
        },
        (error) => failureOf(error).code,
      );
      expect(["complete", ...FAILURE_CODES]).toContain(outcome);
      expect(outcome).not.toBe("internal");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: runs, seed },
  );
  return outcomes;
}
