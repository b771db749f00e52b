import { z } from "zod";
import { invalidAnswer } from "../kit";
import { ANY_ID, type Associations, primaryFirst, withAssociations } from "./associations";
import { type About, type HubSpotClient, LABEL, type Query } from "./client";
import { type Identified, RECORD } from "./record";

/** Records a list or a batch gives at a time, at most. */
export const PAGE = 100;
const BATCH = 100;
const ASSOCIATION_BATCH = 1_000;

const LISTED = z.object({
  results: z.array(RECORD),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});
const FOUND = z.object({ total: z.number().int().nonnegative(), results: z.array(RECORD) });
/** HubSpot's words for ids that it gives no record or association of. */
const SHORT = { numErrors: z.number().int().positive().optional() };
const BATCHED = z.object({ results: z.array(RECORD), ...SHORT });
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
  ...SHORT,
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
   * One page of the records that meet all filters, by id after `after`: a search ends after 10,000 records, so that
   * each page is a search of its own that begins after the last id. It ends where no more are found than are given.
   */
  async found(
    object: string,
    filters: readonly Filter[],
    properties: readonly string[],
    after = "0",
  ): Promise<Listed> {
    const beyond: Filter = { propertyName: "hs_object_id", operator: "GT", value: after };
    const question = {
      filterGroups: [{ filters: [...filters, beyond] }],
      sorts: [{ propertyName: "hs_object_id", direction: "ASCENDING" }],
      properties,
      limit: PAGE,
    };
    const path = `/crm/v3/objects/${object}/search`;
    const about = { ...this.about, object };
    const { total, results } = await this.client.post(path, question, FOUND, this.signal, about);
    if (results.length !== Math.min(PAGE, total)) throw this.invalid();
    const last = results.at(-1);
    return { records: results, ...(last && total > results.length && { after: last.id }) };
  }

  /** Records changed since a moment, by id after `after`. */
  changed(object: string, properties: readonly string[], since: number, after?: string): Promise<Listed> {
    const moved: Filter = { propertyName: "hs_lastmodifieddate", operator: "GTE", value: String(since) };
    return this.found(object, [moved], properties, after);
  }

  /** Records by their ids; those that are no more are left out, as HubSpot says that some are. */
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
      const { results, numErrors } = await this.client.post(path, question, BATCHED, this.signal, this.about);
      if (!numErrors && results.length < some.length) throw this.invalid();
      found.push(...results);
    }
    return found;
  }

  /** The same records as a list gives them that was asked for their associations with these objects. */
  async withAssociations(
    object: string,
    records: readonly Identified[],
    others: readonly string[],
  ): Promise<readonly Identified[]> {
    const ids = records.map(({ id }) => id);
    let joined = records;
    for (const other of others)
      joined = withAssociations(joined, other, await this.associated(object, other, ids));
    return joined;
  }

  /** Record → the ids it is associated with, the primary one first, the others by id. */
  private async associated(from: string, to: string, ids: readonly string[]): Promise<Associations> {
    const found = new Map<string, Map<string, boolean>>();
    const path = `/crm/v4/associations/${from}/${to}/batch/read`;
    for (const some of chunksOf(ids, ASSOCIATION_BATCH)) {
      let inputs: { id: string; after?: string }[] = some.map((id) => ({ id }));
      while (inputs.length > 0) {
        const asked = { inputs };
        const { results, numErrors } = await this.client.post(
          path,
          asked,
          ASSOCIATED,
          this.signal,
          this.about,
        );
        if (!numErrors && results.length < inputs.length) throw this.invalid();
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

  private invalid() {
    return invalidAnswer(LABEL.fr, this.about.table);
  }
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += size) chunks.push(all.slice(from, from + size));
  return chunks;
}
