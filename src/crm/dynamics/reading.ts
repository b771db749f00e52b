import { inBatches, type PartReading } from "../kit";
import type { Access } from "./access";
import type { DataverseClient } from "./client";
import { totalsXml } from "./conditions";
import type { Content } from "./contents";
import { invalid } from "./errors";
import type { Context } from "./part";
import { key } from "./values";

/** In whose name, and as of when, a part is read. */
export interface Reader {
  readonly client: DataverseClient;
  readonly access: Access;
  readonly context: Context;
  /** `2024-03-15`. */
  readonly today: string;
  readonly pageSize: number;
}

/** Ids in one question: an address may have 32,768 characters. */
const IDS_AT_ONCE = 100;

/**
 * One content. Pages come in the order of ids, with Dataverse's own paging cookie: it names the last id, so what comes
 * or goes meanwhile shifts nothing.
 */
export function readingOf(content: Content, reader: Reader, signal: AbortSignal): PartReading {
  const { table, part } = content;
  const { client } = reader;
  const id = (record: unknown) => idOf(part.id, record);
  return {
    ...pages(content, reader, signal),
    recount: {
      count: () => countOf(content, reader, signal),
      async ids() {
        const query = queryOf(content, reader, `$select=${part.id}`);
        const found = await client.everything(query, signal, table);
        return found.map((record) => id(record) ?? failed());
      },
      byIds: (ids) =>
        inBatches(ids, IDS_AT_ONCE, (some) => {
          const wanted = some.map((one) => `${part.id} eq ${one}`).join(" or ");
          return client.everything(queryOf(content, reader, part.columns, [`(${wanted})`]), signal, table);
        }),
    },
    extra: async () => part.standIns,
  };

  function failed(): never {
    throw invalid(table);
  }
}

/** Pages alone, of the records that also meet `more`. */
export function pages(
  content: Content,
  reader: Reader,
  signal: AbortSignal,
  more?: readonly string[],
): PartReading {
  const { table, part } = content;
  const { client, context, pageSize } = reader;
  return {
    page: (place) =>
      place === undefined
        ? client.first(queryOf(content, reader, part.columns, more), pageSize, signal, table)
        : client.next(place, pageSize, signal, table),
    idOf: (record) => idOf(part.id, record),
    rows: (records) => part.rows(records, context),
  };
}

/** `accounts?$select=…&$filter=…&$orderby=accountid`. */
function queryOf(
  { part }: Content,
  { access, today }: Reader,
  columns: string,
  more: readonly string[] = [],
): string {
  const filters = [
    ...part.conditions(today).map(({ odata }) => odata),
    ...pointedTo(part.pointedToBy, access),
    ...more,
  ];
  const filter = filters.length > 0 ? `&$filter=${encodeURIComponent(filters.join(" and "))}` : "";
  return `${part.set}?${columns}${filter}&$orderby=${part.id}`;
}

/** Records that something this person may read points to: as a filter, if there is any such condition. */
function pointedTo(pointers: Content["part"]["pointedToBy"], { reads }: Access): string[] {
  const known = Object.entries(pointers ?? {}).filter(([set]) => reads(set));
  return known.length > 0 ? [`(${known.map(([, relation]) => `${relation}/any()`).join(" or ")})`] : [];
}

/** Undefined when Dataverse does not count so many, or cannot count such records. */
async function countOf(
  { part }: Content,
  { client, today }: Reader,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (part.pointedToBy) return undefined;
  const totals = await client.totals(part.set, totalsXml(part, part.conditions(today)), signal);
  if (totals === undefined) return undefined;
  const { records = 0 } = totals;
  return typeof records === "number" ? records : failedCount();
}

function failedCount(): never {
  throw invalid();
}

function idOf(column: string, record: unknown): string | undefined {
  const value = typeof record === "object" && record !== null ? Reflect.get(record, column) : undefined;
  return key.safeParse(value).data;
}
