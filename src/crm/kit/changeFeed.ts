import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { ChangeFeed } from "../changes";
import type { Content, Granted } from "./contents";
import { type PartReading, TableReadings } from "./tableReading";

/** The changes of a source since an earlier refresh. */
export interface Changes<C extends Content, Since> {
  /** The mark with which this refresh begins. */
  readonly mark: string;
  /** The moment of an earlier mark. Throws `source-changes-lost` for one that changes can no longer be told from. */
  since(mark: string): Since;
  /** The same content, of its records only those that may have changed since then. */
  readingOf(content: C, since: Since, signal: AbortSignal): PartReading | Promise<PartReading>;
  /** Every change names what left in `gone`: the ids that are there need not be told. */
  readonly tellsGone?: true;
  /** Records of each content there were at the mark, taken after it: ids are then listed only where rows may have left. */
  readonly counts?: ReadonlyMap<C, number>;
  /** Records of a content that may have changed since then; undefined where the CRM does not count them. */
  countSince?(content: C, since: Since, signal: AbortSignal): Promise<number | undefined>;
}

export interface Followed<C extends Content, Since> {
  /** Named in failures. */
  readonly label: string;
  readonly granted: Granted<C>;
  readonly changes: Changes<C, Since>;
  /** The reading of a whole content. */
  readonly readingOf: (content: C, signal: AbortSignal) => PartReading;
  /** A table is asked for from its beginning. */
  readonly begin: (table: TableName) => void;
}

/** Changes read table by table, as whole tables are. */
export function changeFeed<C extends Content, Since>(followed: Followed<C, Since>): ChangeFeed {
  const { label, granted, changes, readingOf, begin } = followed;
  const tables = new TableReadings(label);
  const unmoved = unmovedIn(followed);
  return {
    get mark() {
      return writeCounts(changes.mark, granted.contents, changes.counts);
    },
    async list(table, mark, cursor, signal) {
      const since = changes.since(momentOf(mark));
      if (cursor === undefined) begin(table);
      try {
        const contents = granted.of(table);
        if (cursor === undefined && (await unmoved(table, mark, signal))) return { rows: [] };
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
      mayHaveLost: async (table: TableName, mark: string, signal: AbortSignal) =>
        !(await unmoved(table, mark, signal)),
    }),
  };
}

/**
 * Tells tables in which nothing moved: no record changed since the mark, and there are as many as then. A record that
 * enters a table is a changed one, so that with equal counts none has left. Each table is asked about once.
 */
function unmovedIn<C extends Content, Since>({ granted, changes }: Followed<C, Since>) {
  const { counts, countSince } = changes;
  const known = new Map<string, Promise<boolean>>();
  const isUnmoved = async (table: TableName, mark: string, signal: AbortSignal) => {
    if (!counts || !countSince) return false;
    const then = readCounts(mark, granted.contents);
    const contents = granted.of(table);
    if (contents.some((one) => counts.get(one) === undefined || counts.get(one) !== then.get(one)))
      return false;
    const since = changes.since(momentOf(mark));
    const changed = await Promise.all(contents.map((one) => countSince(one, since, signal)));
    return changed.every((count) => count === 0);
  };
  return (table: TableName, mark: string, signal: AbortSignal): Promise<boolean> => {
    const key = `${table} ${mark}`;
    const asked = known.get(key) ?? isUnmoved(table, mark, signal);
    known.set(key, asked);
    // After a failure it is asked again.
    asked.catch(() => known.delete(key));
    return asked;
  };
}

const COUNTS = "#";

/** A mark with the counts that were taken at it: `2026-11-23 11:00:00#12,,830`. */
function writeCounts<C extends Content>(
  mark: string,
  contents: readonly C[],
  counts: ReadonlyMap<C, number> | undefined,
): string {
  return counts ? `${mark}${COUNTS}${contents.map((one) => counts.get(one) ?? "").join(",")}` : mark;
}

const momentOf = (mark: string): string => mark.split(COUNTS, 1)[0] ?? "";

function readCounts<C extends Content>(mark: string, contents: readonly C[]): ReadonlyMap<C, number> {
  const told = (mark.split(COUNTS)[1] ?? "").split(",");
  // Counts of other contents, of a time when the rights were others, say nothing.
  if (told.length !== contents.length) return new Map();
  return new Map(
    contents.flatMap((one, at) => (/^\d+$/.test(told[at] ?? "") ? [[one, Number(told[at])] as const] : [])),
  );
}

/** The ids of a content's rows that are there now, those included that no record stands for. */
async function rowIdsOf({ recount, rowIds, extra }: PartReading): Promise<readonly string[]> {
  const ids = rowIds ? await rowIds() : ((await recount?.ids()) ?? []);
  const standIns = (await extra?.()) ?? [];
  return [...ids, ...standIns.map(({ values }) => String(values.id))];
}

/** Only a full load can tell. */
export const changesLost = (source: string) => new FailureError(failure("source-changes-lost", { source }));
