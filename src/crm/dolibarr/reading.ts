import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import { idOf, invalidAnswer, type PartReading } from "../kit";
import { LABEL } from "./answers";
import type { Parameters } from "./client";
import { countOf } from "./counts";
import type { Ask, Part } from "./part";
import type { Session } from "./session";

/** Since this version a list can be asked for some properties only. */
const PROPERTIES_SINCE = 20;

export interface ReadingOptions {
  readonly session: Session;
  readonly ask: Ask;
  readonly table: TableName;
  readonly signal: AbortSignal;
  /** A condition beside the part's own: what changed since a mark. */
  readonly within?: string;
}

/**
 * Asks Dolibarr for a part, page by page. A record that cannot be loaded is left out of its page, so a short page is not
 * the end: that is told by the highest id. What changed in the meantime and was not read yet (an order validated behind
 * the reader's back) is read at the end.
 */
export function readingOf(part: Part, { session, ask, table, signal, within }: ReadingOptions): PartReading {
  const page = (after: number, condition = within) =>
    pageAfter(part, { session, signal, table, after, within: condition });
  const { changedSince, standIns } = part;
  return {
    async page(place = "0") {
      const { records, next } = await page(Number(place));
      return { records, next: next === undefined ? undefined : String(next) };
    },
    idOf,
    rows: (records) => part.rows(records, ask),
    ...(within === undefined && {
      extra: async () => standIns,
      // Orders are not their lines.
      count: async () => (table === "order_lines" ? undefined : countOf(part, session, signal)),
      async rowIds() {
        const properties = table === "order_lines" ? ["id", "lines"] : ["id"];
        return (await everyRecord(part, properties, { session, signal, table })).flatMap(part.rowIds);
      },
      ...(changedSince && {
        late: () => everyPage((after) => page(after, changedSince(session.mark))),
      }),
    }),
  };
}

/** Every record of a part, by id, with these properties only where this Dolibarr can. */
export const everyRecord = (
  part: Part,
  properties: readonly string[],
  { session, signal, table }: Pick<ReadingOptions, "session" | "signal"> & { readonly table?: TableName },
): Promise<readonly unknown[]> =>
  everyPage((after) => pageAfter({ ...part, properties }, { session, signal, table, after }));

interface Place extends Pick<ReadingOptions, "session" | "signal"> {
  readonly table?: TableName | undefined;
  readonly after: number;
  readonly within?: string | undefined;
}

interface RecordPage {
  readonly records: readonly unknown[];
  /** The last id, where there are records beyond it. */
  readonly next?: number;
}

/**
 * A page of records beyond an id, in the order of their ids. Throws `source-invalid-answer` where it is empty although
 * the list goes on, and where its ids do not rise: some would be read under a number that is not theirs.
 */
async function pageAfter(part: Part, { session, signal, table, after, within }: Place): Promise<RecordPage> {
  const ask = (wanted: Parameters) => session.client.list(part.resource, wanted, signal, table);
  const records = await ask(pageOf(part, session, after, within));
  const ids = records.map((record) => Number(idOf(record)));
  const last = ids.at(-1) ?? after;
  const isRising = ids.every((id, at) => id > (ids[at - 1] ?? 0));
  // A page that leads nowhere would be asked for without end.
  if (!isRising || (ids.length > 0 && last <= after)) throw invalidAnswer(LABEL.fr, table);
  if (records.length >= session.pageSize) return { records, next: last };
  const [highest] = await ask({ ...pageOf(part, session, 0, within), sortorder: "DESC", limit: 1 });
  const end = highest === undefined ? 0 : Number(idOf(highest));
  if (records.length === 0 ? end > after : !(end >= 0)) throw invalidAnswer(LABEL.fr, table);
  if (records.length > 0 && end < last)
    throw new FailureError(failure("source-changed", { source: LABEL.fr, ...(table && { table }) }));
  return end > last ? { records, next: last } : { records };
}

async function everyPage(page: (after: number) => Promise<RecordPage>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const { records, next }: RecordPage = await page(after);
    all.push(...records);
    after = next;
  }
  return all;
}

function pageOf(part: Part, session: Session, after: number, within?: string): Parameters {
  const { idColumn, filters, properties } = part;
  const conditions = [
    ...filters(session.choices),
    ...(within === undefined ? [] : [within]),
    `(${idColumn}:>:${after})`,
  ];
  return {
    sortfield: idColumn,
    sortorder: "ASC",
    limit: session.pageSize,
    page: 0,
    sqlfilters: conditions.join(" and "),
    ...(session.client.version >= PROPERTIES_SINCE && { properties: properties.join(",") }),
  };
}
