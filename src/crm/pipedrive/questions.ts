import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { type About, LABEL, type PipedriveClient, type Query } from "./client";

/** Records a list gives at a time, at most; and deals whose products are asked for at once. */
export const PAGE = 500;
export const DEALS_AT_ONCE = 100;

const ID = z.union([z.number().int().nonnegative().transform(String), z.string().min(1)]);
/** What every record carries; the rest is judged by the part that reads it. */
export const RECORD = z.looseObject({ id: ID });
export type Identified = z.output<typeof RECORD>;

const BY_CURSOR = z.object({
  success: z.literal(true),
  data: z.array(RECORD).nullable(),
  additional_data: z.object({ next_cursor: z.string().nullish() }).nullish(),
});
const BY_OFFSET = z.object({
  success: z.literal(true),
  data: z.array(RECORD).nullable(),
  additional_data: z
    .object({ pagination: z.object({ more_items_in_collection: z.boolean() }).nullish() })
    .nullish(),
});

export interface Listed {
  readonly records: readonly Identified[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

/** The questions a connection puts to Pipedrive for one table. */
export class Questions {
  constructor(
    readonly client: PipedriveClient,
    private readonly signal: AbortSignal,
    private readonly about: About = {},
  ) {}

  /** One page of a list of API v2, in the order of ids. */
  async byCursor(path: string, query: Query, cursor: string | undefined): Promise<Listed> {
    const asked = { limit: String(PAGE), sort_by: "id", sort_direction: "asc", ...query, cursor };
    const answer = await this.client.get(["v2", path], asked, BY_CURSOR, this.signal, this.about);
    const next = answer.additional_data?.next_cursor || undefined;
    return { records: answer.data ?? [], ...(next !== undefined && { next }) };
  }

  /**
   * One page of a list of API v1, by a number of records to skip. Each page but the first begins with the last
   * record of the one before: when another stands there, records went meanwhile, and some would be missed. Throws
   * `source-changed` then. `place` is that number and that record's id.
   */
  async byOffset(path: string, query: Query, place: string | undefined): Promise<Listed> {
    const [skip = "0", last] = place?.split(":") ?? [];
    const asked = { limit: String(PAGE), ...query, start: skip };
    const answer = await this.client.get(["v1", path], asked, BY_OFFSET, this.signal, this.about);
    const records = answer.data ?? [];
    if (last !== undefined && records[0]?.id !== last)
      throw new FailureError(failure("source-changed", this.place));
    const end = records.at(-1);
    const more = answer.additional_data?.pagination?.more_items_in_collection === true && end !== undefined;
    const next = `${Number(skip) + records.length - 1}:${end?.id}`;
    return { records: last === undefined ? records : records.slice(1), ...(more && { next }) };
  }

  /** All records of a list that is short: users, stages, labels. */
  async all(version: "v1" | "v2", path: string): Promise<readonly Identified[]> {
    const found: Identified[] = [];
    const seen = new Set<string>();
    for (let place: string | undefined; ; ) {
      const listed: Listed =
        version === "v2"
          ? await this.byCursor(path, { sort_by: undefined, sort_direction: undefined }, place)
          : await this.byOffset(path, {}, place);
      found.push(...listed.records);
      place = listed.next;
      if (place === undefined) return found;
      this.expectProgress(!seen.has(place));
      seen.add(place);
    }
  }

  /** A list that goes on without anything new would be read without end. */
  expectProgress(made: boolean): void {
    if (!made) throw new FailureError(failure("source-invalid-answer", this.place));
  }

  /** One answer that is no list. */
  one<T>(version: "v1" | "v2", path: string, query: Query, shape: z.ZodType<T>): Promise<T> {
    return this.client.get([version, path], query, shape, this.signal, this.about);
  }

  private get place(): Readonly<Record<string, string>> {
    return { source: LABEL.fr, ...(this.about.table && { table: this.about.table }) };
  }
}
