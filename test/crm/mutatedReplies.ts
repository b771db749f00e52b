import fc from "fast-check";
import type { Connection, Connector } from "../../src/crm/connector";
import type { Fetch } from "../../src/crm/http";
import { failureOf, load } from "../../src/crm/load";
import { pagesOf } from "../../src/crm/pagesOf";
import { collect } from "../../src/sales/collect";
import { FAILURE_CODES } from "../../src/sales/failure";
import type { TableName } from "../../src/sales/schema";
import { mutatedAnswer, mutation } from "./mutation";

const never = new AbortController().signal;

/** How mutated replies ended: `complete`, or the code of the failure. */
export type Outcomes = ReadonlyMap<string, number>;

/**
 * Reads tables of one open connection again and again, one reply of each reading mutated. Fails at whatever is
 * neither complete nor a clear failure of ours.
 */
export async function readMutated(
  connect: (fetch: Fetch) => Promise<Connection>,
  answering: Fetch,
  runs: number,
  seed: number,
): Promise<Outcomes> {
  const outcomes = new Map<string, number>();
  let meddle: Fetch = answering;
  const connection = await connect((request) => meddle(request));
  const tables = fc.constantFrom<TableName>(...connection.tables!);
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(6), mutation, async (table, at, change) => {
      let asked = 0;
      meddle = async (request) => {
        const answer = await answering(request);
        return asked++ === at ? mutatedAnswer(answer, change) : answer;
      };
      const outcome = await readAll(connection, table);
      expect(["complete", ...FAILURE_CODES]).toContain(outcome);
      expect(outcome).not.toBe("internal");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: runs, seed },
  );
  return outcomes;
}

async function readAll(connection: Connection, table: TableName): Promise<string> {
  try {
    const read = (cursor: string | undefined) => connection.listPage(table, cursor, never);
    for await (const page of pagesOf(read, { source: "", table }))
      for (const { origin, values } of page.rows) expect(typeof origin + typeof values).toBe("stringobject");
    return "complete";
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
        return asked++ === at ? mutatedAnswer(given, change) : given;
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
