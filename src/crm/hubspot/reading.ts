import type { Content, PartReading, Recount } from "../kit";
import { pagesOf } from "../pagesOf";
import { type HubSpotClient, LABEL } from "./client";
import { Objects } from "./objects";
import type { Context, HubSpotPart } from "./part";
import type { Identified } from "./record";

/** Through what a part is read, and what its rows need. */
export interface Reader {
  readonly client: HubSpotClient;
  readonly context: Context;
}

/** The reading of a part: its pages, and how HubSpot counts them. */
type Listed = Pick<HubSpotPart, "object" | "path" | "query" | "properties" | "associated">;

/** One content, page by page in the order of ids. */
export function readingOf(
  content: Content<HubSpotPart>,
  { client, context }: Reader,
  signal: AbortSignal,
): PartReading {
  const { table, part } = content;
  const objects = new Objects(client, signal, { table });
  const { searched, query } = part;
  const recount = searched ? bySearch(part, objects) : byReading(part, objects);
  const isCounted = searched !== undefined || query.archived === "true";
  return {
    page: (place) => pageOf(part, objects, place),
    idOf,
    rows: (records) => part.rows(records, context),
    count: async () =>
      searched ? objects.count(part.object, searched) : isCounted ? recount.count() : undefined,
    recount,
    extra: async () => part.standIns,
  };
}

export async function pageOf(
  { path, query }: Pick<Listed, "path" | "query">,
  objects: Objects,
  place?: string,
) {
  const { records, after } = await objects.listed(path, { ...query, after: place });
  return { records, next: after };
}

/** HubSpot's search counts what its lists hold, a few seconds behind them. */
export const bySearch = ({ object, properties, associated }: Listed, objects: Objects): Recount => ({
  isBehind: true,
  count: () => objects.count(object),
  async ids() {
    const ids: string[] = [];
    for await (const { records } of pagesOf(searching(object, objects), { source: LABEL.fr, table: object }))
      ids.push(...records.map(({ id }) => id));
    return ids;
  },
  byIds: async (ids) =>
    objects.withAssociations(object, await objects.byId(object, ids, properties), associated),
});

const searching = (object: string, objects: Objects) => async (place: string | undefined) => {
  const { records, after } = await objects.found(object, [], [], place);
  return { records, ...(after !== undefined && { next: after }) };
};

/** Reads a second time lists that HubSpot neither searches nor counts: owners, e-mails, the recycling bin. */
function byReading(part: Listed, objects: Objects): Recount {
  const again = async () => {
    const found = new Map<string, Identified>();
    const read = async (place: string | undefined) => {
      const { records, next } = await pageOf(part, objects, place);
      return { records, ...(next !== undefined && { next }) };
    };
    for await (const { records } of pagesOf(read, { source: LABEL.fr, table: part.object }))
      for (const record of records) found.set(record.id, record);
    return found;
  };
  return {
    isBehind: true,
    count: async () => (await again()).size,
    ids: async () => [...(await again()).keys()],
    async byIds(ids) {
      const found = await again();
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
}

export const idOf = (record: unknown): string => (record as Identified).id;
