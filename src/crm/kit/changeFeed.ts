import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { ChangeFeed } from "../changes";
import type { Content, Granted } from "./contents";
import { type PartReading, TableReadings } from "./tableReading";

/** How a source tells what moved since an earlier refresh. */
export interface Changes<C extends Content, Since> {
  /** Where this refresh begins. */
  readonly mark: string;
  /** The moment of an earlier mark. Throws `source-changes-lost` for one that changes can no longer be told from. */
  since(mark: string): Since;
  /** The same content, of its records only those that may have changed since then. */
  readingOf(content: C, since: Since, signal: AbortSignal): PartReading | Promise<PartReading>;
  /** Every change names what left in `gone`: the ids that are there need not be told. */
  readonly tellsGone?: true;
}

export interface Followed<C extends Content, Since> {
  /** Named in failures. */
  readonly label: string;
  readonly granted: Granted<C>;
  readonly changes: Changes<C, Since>;
  /** How a content is read whole. */
  readonly readingOf: (content: C, signal: AbortSignal) => PartReading;
  /** A table is asked for from its beginning. */
  readonly begin: (table: TableName) => void;
}

/** Changes read table by table, as whole tables are. */
export function changeFeed<C extends Content, Since>(followed: Followed<C, Since>): ChangeFeed {
  const { label, granted, changes, readingOf, begin } = followed;
  const tables = new TableReadings(label);
  return {
    get mark() {
      return changes.mark;
    },
    async list(table, mark, cursor, signal) {
      const since = changes.since(mark);
      if (cursor === undefined) begin(table);
      try {
        const contents = granted.of(table);
        const parts = await Promise.all(contents.map((one) => changes.readingOf(one, since, signal)));
        return await tables.page(table, cursor, parts);
      } catch (error) {
        // What rows refer to may be read, but not searched by: only a full load is safe then.
        const isRefused = error instanceof FailureError && error.failure.code === "source-no-right";
        throw isRefused ? changesLost(label) : error;
      }
    },
    ...(!changes.tellsGone && {
      async presentIds(table: TableName, signal: AbortSignal) {
        const ids: string[] = [];
        for (const content of granted.of(table)) ids.push(...(await rowIdsOf(readingOf(content, signal))));
        return ids;
      },
    }),
  };
}

/** The ids of a content's rows that are there now, those included that no record stands for. */
async function rowIdsOf({ recount, rowIds, extra }: PartReading): Promise<readonly string[]> {
  const ids = rowIds ? await rowIds() : ((await recount?.ids()) ?? []);
  const standIns = (await extra?.()) ?? [];
  return [...ids, ...standIns.map(({ values }) => String(values.id))];
}

/** Only a full load can tell. */
export const changesLost = (source: string) => new FailureError(failure("source-changes-lost", { source }));
