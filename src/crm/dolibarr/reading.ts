import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { KeysetPart } from "../keyset";
import { identified } from "../records";
import type { Parameters } from "./client";
import { LABEL } from "./client";
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
export function readingOf(part: Part, { session, ask, table, signal, within }: ReadingOptions): KeysetPart {
  const page = (after: number, condition = within) =>
    session.client.list(part.resource, pageOf(part, session, after, condition), signal, table);
  return {
    page,
    isLast: (records) => records.length === 0,
    late: async (served) => {
      if (within !== undefined || !part.changedSince) return [];
      const changed = await everyPage((after) => page(after, part.changedSince!(session.mark)), table);
      return changed.filter((record) => !identified([record])?.some(({ id }) => served.has(id)));
    },
    rows: (records) => part.rows(records, ask),
    ...(within === undefined && { extra: part.extra }),
  };
}

/** Every record of a part, by id, with these properties only where this Dolibarr can. */
export const everyRecord = (
  part: Part,
  properties: readonly string[],
  { session, signal, table }: Pick<ReadingOptions, "session" | "signal"> & { readonly table?: TableName },
): Promise<readonly unknown[]> =>
  everyPage(
    (after) =>
      session.client.list(part.resource, pageOf({ ...part, properties }, session, after), signal, table),
    table ?? part.resource,
  );

async function everyPage(
  page: (after: number) => Promise<readonly unknown[]>,
  table: string,
): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let after = 0; ; ) {
    const records = await page(after);
    if (records.length === 0) return all;
    const last = Math.max(...(identified(records) ?? []).map(({ id }) => id), Number.NEGATIVE_INFINITY);
    // A page that leads nowhere would be asked for without end.
    if (!(last > after))
      throw new FailureError(failure("source-invalid-answer", { source: LABEL.fr, table }));
    all.push(...records);
    after = last;
  }
}

function pageOf(part: Part, session: Session, after: number, within?: string): Parameters {
  const { idColumn, filters, properties } = part;
  const conditions = [...filters, ...(within === undefined ? [] : [within]), `(${idColumn}:>:${after})`];
  return {
    sortfield: idColumn,
    sortorder: "ASC",
    limit: session.pageSize,
    page: 0,
    sqlfilters: conditions.join(" and "),
    ...(session.client.version >= PROPERTIES_SINCE && { properties: properties.join(",") }),
  };
}
