import type { TableName } from "../../sales/schema";
import { idOf, invalidAnswer, type PartReading, placeAfter } from "../kit";
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
 * How Dolibarr is asked for a part, page by page, until a page is empty: a record that cannot be loaded is left out of
 * its page. What changed in the meantime and was not read yet (an order validated behind the reader's back) is read at
 * the end.
 */
export function readingOf(part: Part, { session, ask, table, signal, within }: ReadingOptions): PartReading {
  const page = (after: number, condition = within) =>
    pageAfter(part, { session, signal, table, after, within: condition });
  const { changedSince, standIns } = part;
  return {
    async page(place = "0") {
      const records = await page(Number(place));
      return { records, next: records.length === 0 ? undefined : placeAfter(records) };
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
        late: () => everyPage((after) => page(after, changedSince(session.mark)), table),
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
  everyPage((after) => pageAfter({ ...part, properties }, { session, signal, table, after }), table);

interface Place extends Pick<ReadingOptions, "session" | "signal"> {
  readonly table?: TableName | undefined;
  readonly after: number;
  readonly within?: string | undefined;
}

/**
 * A page of records beyond an id. Where Dolibarr tells nothing at all, the end is believed only if the highest id of
 * the list is not beyond that place.
 */
async function pageAfter(part: Part, { session, signal, table, after, within }: Place) {
  const { client } = session;
  const wanted = pageOf(part, session, after, within);
  const records = await client.page(part.resource, wanted, signal, table);
  if (records) return records;
  const last = { ...pageOf(part, session, 0, within), sortorder: "DESC", limit: 1 };
  const [highest] = (await client.page(part.resource, last, signal, table)) ?? [];
  if (highest !== undefined && Number(placeAfter([highest])) > after) throw invalidAnswer(LABEL.fr, table);
  return [];
}

async function everyPage(
  page: (after: number) => Promise<readonly unknown[]>,
  table: TableName | undefined,
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let after = 0; ; ) {
    const records = await page(after);
    if (records.length === 0) return all;
    const last = Number(placeAfter(records));
    // A page that leads nowhere would be asked for without end.
    if (!(last > after)) throw invalidAnswer(LABEL.fr, table);
    all.push(...records);
    after = last;
  }
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
