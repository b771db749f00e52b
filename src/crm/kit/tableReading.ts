import { FailureError, failure } from "../../sales/failure";
import type { RawRow } from "../../sales/rawRow";
import type { TableName } from "../../sales/schema";
import type { ChangesPage } from "../changes";
import type { Rows } from "./records";

/** One query of a CRM that fills a table, or fills it in part. Ids are the CRM's own, as text. */
export interface PartReading {
  /** Records beyond a place; `next` is the place after them, absent at the end. */
  page(
    place: string | undefined,
  ): Promise<{ readonly records: readonly unknown[]; readonly next?: string | undefined }>;
  idOf(record: unknown): string | undefined;
  rows(records: readonly unknown[]): Rows | Promise<Rows>;
  /** Absent where nothing is counted again: what changes while changes are read is one more, for the next time. */
  readonly recount?: Recount;
  /** The number of records that have rows, where that is not all that are counted again; undefined: the CRM cannot tell. */
  count?(): Promise<number | undefined>;
  /** The ids of the rows there are now, where they are others than the records'. */
  rowIds?(): Promise<readonly string[]>;
  /** For a CRM that does not recount: records that came, or changed, behind the reader's back. */
  late?(): Promise<readonly unknown[]>;
  /** Rows that no record stands for, after the last page: the member for orders that name nobody. */
  extra?(): Promise<readonly RawRow[]>;
  /** Of changes: ids of rows that a log of the CRM says are no more, asked before the first page. */
  gone?(): Promise<readonly string[]>;
}

/** The questions to the CRM at the end of a part. */
export interface Recount {
  /** Counts and ids follow the pages by some seconds: a record that they do not name may still be there. */
  readonly isBehind?: true;
  /** The number there is now; undefined when the CRM does not count so many. */
  count(): Promise<number | undefined>;
  /** The ids there are now. */
  ids(): Promise<readonly string[]>;
  /** The records of these ids that are still there. */
  byIds(ids: readonly string[]): Promise<readonly unknown[]>;
}

/** The tables of one connection: each is read anew when its first page is asked for. */
export class TableReadings {
  private readonly begun = new Map<TableName, TableReading>();

  constructor(private readonly source: string) {}

  /** One page. `parts` are the same at each call, but for the signal they ask with. */
  page(table: TableName, cursor: string | undefined, parts: readonly PartReading[]): Promise<ChangesPage> {
    const going = cursor === undefined ? undefined : this.begun.get(table);
    const reading = going ?? new TableReading({ source: this.source, table });
    this.begun.set(table, reading);
    return reading.page(cursor, parts);
  }
}

/** The parts of one table read page by page: each record once, none missed, or a failure. */
class TableReading {
  private readonly served: Set<string>[] = [];

  constructor(private readonly about: { readonly source: string; readonly table: TableName }) {}

  /**
   * One page. At the end of a part the CRM counts again: records that came behind the reader's back are fetched,
   * records that went after they were read make the refresh fail with `source-changed`.
   */
  async page(cursor: string | undefined, parts: readonly PartReading[]): Promise<ChangesPage> {
    const { at, place } = readCursor(cursor);
    const part = parts[at];
    if (!part) return { rows: [] };
    const served = this.served[at] ?? new Set();
    this.served[at] = served;
    const total = cursor === undefined ? await totalOf(parts) : undefined;
    const logged = place === undefined ? ((await part.gone?.()) ?? []) : [];
    const { records, next } = await part.page(place);
    const fresh = this.unserved(part, records, served);
    // A source that repeats itself behind ever new cursors would be read without end.
    if (next !== undefined && fresh.length === 0)
      throw new FailureError(failure("source-invalid-answer", this.about));
    const isLast = next === undefined;
    const late = isLast ? this.unserved(part, await this.missed(part, served), served) : [];
    const { rows, rejected, gone = [] } = await part.rows([...fresh, ...late]);
    const extra = (isLast && (await part.extra?.())) || [];
    const after = isLast ? nextPart(at, parts.length) : writeCursor(at, next);
    return {
      rows: [...rows, ...extra],
      ...(rejected && { rejected }),
      ...(logged.length + gone.length > 0 && { gone: [...logged, ...gone] }),
      ...(total !== undefined && { total }),
      ...(after !== undefined && { next: after }),
    };
  }

  /** A record without an id cannot be counted, fetched or told from another: no page may hold one. */
  private unserved(part: PartReading, records: readonly unknown[], served: Set<string>): unknown[] {
    return records.filter((record) => {
      const id = part.idOf(record);
      if (id === undefined) throw new FailureError(failure("source-invalid-answer", this.about));
      const isNew = !served.has(id);
      served.add(id);
      return isNew;
    });
  }

  private async missed(
    { recount, late }: PartReading,
    served: ReadonlySet<string>,
  ): Promise<readonly unknown[]> {
    if (!recount) return late?.() ?? [];
    if ((await recount.count()) === served.size) return [];
    const present = new Set(await recount.ids());
    for (const id of recount.isBehind ? [] : served)
      if (!present.has(id)) throw new FailureError(failure("source-changed", this.about));
    return recount.byIds([...present].filter((id) => !served.has(id)));
  }
}

/** The number of records that a part says it holds; undefined when the CRM does not count them. */
export const countOf = async ({ count, recount }: PartReading): Promise<number | undefined> =>
  count ? count() : recount?.count();

/** The number of records that the parts hold together; undefined when one of them does not tell. */
async function totalOf(parts: readonly PartReading[]): Promise<number | undefined> {
  let total = 0;
  for (const part of parts) {
    const count = await countOf(part);
    if (count === undefined) return undefined;
    total += count;
  }
  return total;
}

/** What is found for many ids, asked for so many at once. */
export async function inBatches(
  ids: readonly string[],
  atOnce: number,
  find: (ids: readonly string[]) => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (let from = 0; from < ids.length; from += atOnce)
    found.push(...(await find(ids.slice(from, from + atOnce))));
  return found;
}

/** `part:place`; the first of all is `0:`. */
const writeCursor = (at: number, place = ""): string => `${at}:${place}`;

const nextPart = (at: number, parts: number): string | undefined =>
  at + 1 < parts ? writeCursor(at + 1) : undefined;

function readCursor(cursor = writeCursor(0)): { at: number; place: string | undefined } {
  const colon = cursor.indexOf(":");
  return { at: Number(cursor.slice(0, colon)), place: cursor.slice(colon + 1) || undefined };
}
