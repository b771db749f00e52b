import type { TableName } from "../sales/schema";
import { CHUNK_IDS, CHUNK_ROWS, type RefreshFrame } from "../sales/stream";
import type { TableValidator } from "../sales/validate";
import type { ChangeFeed, ChangesPage } from "./changes";
import { pagesOf } from "./pagesOf";

/** The tools with which the changes of one table are read. */
export interface ChangesReading {
  readonly feed: ChangeFeed;
  readonly since: string;
  readonly rows: TableValidator;
  readonly takePage: (page: ChangesPage) => void;
  readonly inTime: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** The source's name. */
  readonly source: string;
}

/**
 * What moved in one table, as frames. The ids that are present come first: a row made while the changes are read is
 * then one more change, and not an id that nobody knows.
 */
export async function* loadChanges(
  table: TableName,
  { feed, since, rows, takePage, inTime, source }: ChangesReading,
): AsyncGenerator<RefreshFrame, void, void> {
  yield { type: "table", table };
  const mayHaveLost = feed.mayHaveLost && ((signal: AbortSignal) => feed.mayHaveLost!(table, since, signal));
  if (feed.presentIds && (mayHaveLost === undefined || (await inTime(mayHaveLost)))) {
    const present = await inTime((signal) => feed.presentIds!(table, signal));
    yield* idFrames("present", table, idsOf(present, rows));
    if (present.length === 0) yield { type: "present", table, ids: [] };
  }
  const read = (cursor: string | undefined) => inTime((signal) => feed.list(table, since, cursor, signal));
  for await (const page of pagesOf(read, { source, table })) {
    takePage(page);
    while (rows.ready >= CHUNK_ROWS) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
    yield* idFrames("gone", table, idsOf(page.gone ?? [], rows));
  }
  if (rows.ready > 0) yield { type: "chunk", table, ...rows.take(CHUNK_ROWS) };
}

/** Ids as validation reads them in rows; what is none belongs to no row of the workbook. */
const idsOf = (ids: readonly string[], rows: TableValidator): string[] =>
  ids.flatMap((id) => rows.idOf({ values: { id } }) ?? []);

function* idFrames(
  type: "gone" | "present",
  table: TableName,
  ids: readonly string[],
): Generator<RefreshFrame> {
  for (let from = 0; from < ids.length; from += CHUNK_IDS)
    yield { type, table, ids: ids.slice(from, from + CHUNK_IDS) };
}
