import type { TableName } from "../../sales/schema";
import type { ChangeFeed } from "../changes";
import { changesLost, readMark, writeMark } from "../kit";
import { pagesOf } from "../pagesOf";
import { LABEL } from "./client";
import type { Listing } from "./listing";
import type { DatedRow } from "./part";
import type { Questions } from "./questions";

/** Pipedrive dates its changes by the second. */
const MARGIN_MS = 60_000;
/** A table that takes more pages than this is better read as one full refresh, page by page. */
const MOST_PAGES = 150;

/** A whole table as it was read, and the rows of it that cannot be read. */
interface Read {
  readonly rows: readonly DatedRow[];
  readonly rejected: NonNullable<Awaited<ReturnType<Listing["page"]>>["rejected"]>[number][];
}

/**
 * Pipedrive names neither the products taken from a deal nor what was deleted over a month ago: each table is read
 * whole, the ids that are there are told, and of its rows those that changed since the mark. So little travels to the
 * workbook, but no call is spared. `basis`: what rows were made with that no record's date tells, names of stages say.
 */
export function changesBy(
  listing: (table: TableName) => Listing,
  questions: (table: TableName, signal: AbortSignal) => Questions,
  now: Date,
  basis: unknown,
): ChangeFeed {
  const rules = { source: LABEL.fr, basis };
  const whole = new Map<TableName, Read>();
  return {
    mark: writeMark(now, MARGIN_MS, rules),
    async presentIds(table, signal) {
      const read = await readWhole(table, signal);
      whole.set(table, read);
      return read.rows.map(({ row }) => String(row.values.id));
    },
    async list(table, since, _cursor, signal) {
      const moment = readMark(since, now, rules).getTime();
      const { rows, rejected } = whole.get(table) ?? (await readWhole(table, signal));
      whole.delete(table);
      const changed = rows.filter(({ changedAt }) => changedAt === undefined || changedAt >= moment);
      return { rows: changed.map(({ row }) => row), rejected };
    },
  };

  async function readWhole(table: TableName, signal: AbortSignal): Promise<Read> {
    const reading = listing(table);
    const asking = questions(table, signal);
    const found: { rows: DatedRow[]; rejected: Read["rejected"] } = { rows: [], rejected: [] };
    let pages = 0;
    const read = (cursor: string | undefined) => reading.page(cursor, asking);
    for await (const { rows, rejected = [] } of pagesOf(read, { source: LABEL.fr, table })) {
      found.rows.push(...rows);
      found.rejected.push(...rejected);
      if (++pages > MOST_PAGES) throw changesLost(LABEL.fr);
    }
    return found;
  }
}
