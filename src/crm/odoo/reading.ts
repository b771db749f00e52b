import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import type { KeysetPart } from "../keyset";
import type { Domain, Part } from "./part";
import { LABEL } from "./protocol";
import type { Questions } from "./questions";

export interface ReadingOptions {
  readonly table: TableName;
  readonly pageSize: number;
  /** Beside the part's own domain: what changed since a mark. */
  readonly within?: Domain;
}

/**
 * How Odoo is asked for a part, page by page. At the end it counts again: records that came behind the reader's back
 * are fetched; when one that was read is no more, the refresh ends with `source-changed`.
 */
export function readingOf(
  part: Part,
  ask: Questions,
  { table, pageSize, within }: ReadingOptions,
): KeysetPart {
  const domain = [...(within ?? []), ...part.domain(ask)];
  return {
    page: (after) => ask.records(part, [...domain, ["id", ">", after]], pageSize),
    isLast: (records) => records.length < pageSize,
    // What changes while changes are read is one more change, for the next time.
    late: (served) => (within ? Promise.resolve([]) : missed(part, domain, served, ask, { table, pageSize })),
    rows: (records) => part.rows(records, ask),
    ...(within === undefined && { extra: part.extra }),
  };
}

async function missed(
  part: Part,
  domain: Domain,
  served: ReadonlySet<number>,
  ask: Questions,
  { table, pageSize }: ReadingOptions,
): Promise<readonly unknown[]> {
  if ((await ask.count(part.model, domain)) === served.size) return [];
  const present = new Set(await ask.ids(part.model, domain));
  for (const id of served)
    if (!present.has(id)) throw new FailureError(failure("source-changed", { source: LABEL.fr, table }));
  const missing = [...present].filter((id) => !served.has(id));
  const read: unknown[] = [];
  for (let from = 0; from < missing.length; from += pageSize)
    read.push(...(await ask.records(part, [...domain, ["id", "in", missing.slice(from, from + pageSize)]])));
  return read;
}
