import { z } from "zod";
import type { About, HubSpotClient, Query } from "./client";

/** What every record of HubSpot carries. The rest is judged by the part that reads it. */
export const RECORD = z.looseObject({ id: z.string().min(1) });
export type Identified = z.output<typeof RECORD>;

/** Records a list or a batch gives at a time, at most. */
export const PAGE = 100;
const BATCH = 100;
const ASSOCIATION_BATCH = 1_000;

const LISTED = z.object({
  results: z.array(RECORD),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});
const FOUND = z.object({ total: z.number().int().nonnegative(), results: z.array(RECORD) });
const BATCHED = z.object({ results: z.array(RECORD) });
/** Ids come as text in HubSpot's description, as numbers in its answers. */
const ANY_ID = z.union([z.string().min(1), z.number().int().transform(String)]);
const ASSOCIATED = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: ANY_ID }),
      to: z.array(
        z.object({
          toObjectId: ANY_ID,
          associationTypes: z.array(z.object({ label: z.string().nullish() })),
        }),
      ),
      paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
    }),
  ),
});

/** `values` for IN, `value` for all others; moments are milliseconds since 1970. */
export interface Filter {
  readonly propertyName: string;
  readonly operator: "EQ" | "GT" | "GTE" | "IN" | "NOT_HAS_PROPERTY";
  readonly value?: string;
  readonly values?: readonly string[];
}

export interface Listed {
  readonly records: readonly Identified[];
  readonly after?: string;
}

/** The questions a connection puts to HubSpot about its objects, within its limits. */
export class Objects {
  constructor(
    readonly client: HubSpotClient,
    private readonly signal: AbortSignal,
    private readonly about: About = {},
  ) {}

  /** One page of a list, in the order of ids. */
  async listed(path: string, query: Query): Promise<Listed> {
    const answer = await this.client.get(path, query, LISTED, this.signal, this.about);
    const after = answer.paging?.next?.after;
    return { records: answer.results, ...(after !== undefined && { after }) };
  }

  /** How many records a search finds; any one of the groups suffices, all filters of a group are needed. */
  async count(object: string, groups: readonly (readonly Filter[])[] = []): Promise<number> {
    const question = { filterGroups: groups.map((filters) => ({ filters })), properties: [], limit: 1 };
    const about = { ...this.about, object };
    return (await this.client.post(`/crm/v3/objects/${object}/search`, question, FOUND, this.signal, about))
      .total;
  }

  /**
   * Records changed since a moment, by id after `after`: a search ends after 10,000 records, so that each page is a
   * search of its own that begins after the last id.
   */
  async changed(
    object: string,
    properties: readonly string[],
    since: number,
    after: string,
  ): Promise<readonly Identified[]> {
    const filters: Filter[] = [
      { propertyName: "hs_lastmodifieddate", operator: "GTE", value: String(since) },
      { propertyName: "hs_object_id", operator: "GT", value: after },
    ];
    const question = {
      filterGroups: [{ filters }],
      sorts: [{ propertyName: "hs_object_id", direction: "ASCENDING" }],
      properties,
      limit: PAGE,
    };
    const path = `/crm/v3/objects/${object}/search`;
    return (await this.client.post(path, question, FOUND, this.signal, this.about)).results;
  }

  /** Records by their ids; those that are no more are left out. */
  async byId(
    object: string,
    ids: readonly string[],
    properties: readonly string[],
    archived = false,
  ): Promise<readonly Identified[]> {
    const found: Identified[] = [];
    for (const some of chunksOf(ids, BATCH)) {
      const question = { inputs: some.map((id) => ({ id })), properties, propertiesWithHistory: [] };
      const path = `/crm/v3/objects/${object}/batch/read?archived=${archived}`;
      found.push(...(await this.client.post(path, question, BATCHED, this.signal, this.about)).results);
    }
    return found;
  }

  /** Record → the ids it is associated with, the primary one first, the others by id. */
  async associated(from: string, to: string, ids: readonly string[]): Promise<Associations> {
    const found = new Map<string, Map<string, boolean>>();
    const path = `/crm/v4/associations/${from}/${to}/batch/read`;
    for (const some of chunksOf(ids, ASSOCIATION_BATCH)) {
      let inputs: { id: string; after?: string }[] = some.map((id) => ({ id }));
      while (inputs.length > 0) {
        const { results } = await this.client.post(path, { inputs }, ASSOCIATED, this.signal, this.about);
        for (const { from: record, to: others } of results) {
          const known = found.get(record.id) ?? new Map<string, boolean>();
          found.set(record.id, known);
          for (const { toObjectId, associationTypes } of others)
            known.set(
              toObjectId,
              associationTypes.some(({ label }) => label === "Primary"),
            );
        }
        inputs = results.flatMap(({ from: record, paging }) =>
          paging?.next ? [{ id: record.id, after: paging.next.after }] : [],
        );
      }
    }
    return new Map(Array.from(found, ([id, others]) => [id, primaryFirst(others)]));
  }
}

export type Associations = ReadonlyMap<string, readonly string[]>;

const LISTED_ASSOCIATIONS = z.object({
  associations: z
    .record(z.string(), z.object({ results: z.array(z.object({ id: ANY_ID, type: z.string() })) }))
    .optional(),
});

/** The same out of the records of a list that was asked for one kind of association. */
export function listedAssociations(records: readonly Identified[]): Associations {
  return new Map(
    records.map((record) => {
      const { associations = {} } = LISTED_ASSOCIATIONS.safeParse(record).data ?? {};
      const others = new Map<string, boolean>();
      for (const { id, type } of Object.values(associations).flatMap(({ results }) => results))
        others.set(id, (others.get(id) ?? false) || PRIMARY.test(type));
      return [record.id, primaryFirst(others)];
    }),
  );
}

/** `deal_to_company` is the primary company, `deal_to_company_unlabeled` any. */
const PRIMARY = /^[a-z]+_to_company$/;

const primaryFirst = (others: ReadonlyMap<string, boolean>): string[] =>
  [...others.entries()]
    .sort(([one, first], [other, second]) => Number(second) - Number(first) || Number(one) - Number(other))
    .map(([id]) => id);

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += size) chunks.push(all.slice(from, from + size));
  return chunks;
}
