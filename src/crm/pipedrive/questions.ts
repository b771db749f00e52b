import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { invalidAnswer } from "../kit";
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
  // Pipedrive says null at the end: an answer without it says nothing of the end.
  additional_data: z.object({ next_cursor: z.string().min(1).nullable() }),
});
const BY_OFFSET = z.object({
  success: z.literal(true),
  data: z.array(RECORD).nullable(),
  additional_data: z
    .object({ pagination: z.object({ more_items_in_collection: z.boolean() }).nullish() })
    .nullish(),
});

const IN_ORDER = { sort_by: "id", sort_direction: "asc" };

const lastIdOf = (records: readonly Identified[], before: string): string => records.at(-1)?.id ?? before;

const isRising = (records: readonly Identified[]): boolean =>
  records.every(({ id }, at) => at === 0 || Number(id) > Number(records[at - 1]!.id));

export interface Listed {
  readonly records: readonly Identified[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
}

/** For lists that Pipedrive sorts by themselves. */
const UNSORTED: Query = { sort_by: undefined, sort_direction: undefined };

/** The questions a connection puts to Pipedrive for one table. */
export class Questions {
  constructor(
    readonly client: PipedriveClient,
    private readonly signal: AbortSignal,
    private readonly about: About = {},
  ) {}

  /**
   * One page of a list of API v2, in the order of ids. What is said to be the last page is read once more when the
   * list, asked from its other end, holds a higher id. Throws `source-invalid-answer` when it still is not the last.
   * `place` is a cursor and the id before it.
   */
  async byCursor(path: string, query: Query, place: string | undefined): Promise<Listed> {
    const [cursor, before = "0"] = place?.split("|") ?? [];
    const asked = { limit: String(PAGE), ...IN_ORDER, ...query, cursor };
    const page = await this.cursorPage(path, asked);
    if (asked.sort_by === undefined) return page;
    const checked = page.next === undefined ? await this.lastPage(path, asked, page, before) : page;
    const last = lastIdOf(checked.records, before);
    if (!isRising(checked.records)) throw this.invalid();
    return { ...checked, ...(checked.next !== undefined && { next: `${checked.next}|${last}` }) };
  }

  private async cursorPage(path: string, asked: Query): Promise<Listed> {
    const answer = await this.client.get(["v2", path], asked, BY_CURSOR, this.signal, this.about);
    const next = answer.additional_data.next_cursor;
    return { records: answer.data ?? [], ...(next !== null && { next }) };
  }

  /** The record with the highest id of a list. */
  async highest(path: string, query: Query = {}): Promise<Identified | undefined> {
    const fromTheEnd = { ...query, sort_by: "id", sort_direction: "desc", limit: "1", cursor: undefined };
    return (await this.cursorPage(path, fromTheEnd)).records[0];
  }

  private async lastPage(path: string, asked: Query, page: Listed, before: string): Promise<Listed> {
    const highest = await this.highest(path, asked);
    const isLast = ({ records }: Listed) =>
      highest === undefined || Number(highest.id) <= Number(lastIdOf(records, before));
    if (isLast(page)) return page;
    // Either records came meanwhile, or the answer was not whole.
    const again = await this.cursorPage(path, asked);
    if (again.next === undefined && !isLast(again)) throw this.invalid();
    return again;
  }

  /**
   * One page of a list of API v1, by a number of records to skip. Each page but the first begins with the last
   * record of the one before: when another stands there, records went meanwhile, and some would be missed. Throws
   * `source-changed` then. `place` is that number and that record's id. Behind the last page another one is asked for:
   * it must be empty, else the list goes on.
   */
  async byOffset(path: string, query: Query, place: string | undefined): Promise<Listed> {
    const [skip = "0", last] = place?.split(":") ?? [];
    const asked = { limit: String(PAGE), ...query, start: skip };
    const { data, additional_data } = await this.offsetPage(path, asked);
    const records = data ?? [];
    if (!additional_data?.pagination) return { records: await this.twice(path, asked, records) };
    if (last !== undefined && records[0]?.id !== last)
      throw new FailureError(failure("source-changed", this.place));
    const end = records.at(-1);
    const goesOn =
      additional_data.pagination.more_items_in_collection || (await this.isBeyond(path, asked, records));
    if (goesOn && end === undefined) throw this.invalid();
    const next = `${Number(skip) + records.length - 1}:${end?.id}`;
    return { records: last === undefined ? records : records.slice(1), ...(goesOn && { next }) };
  }

  private offsetPage(path: string, asked: Query) {
    return this.client.get(["v1", path], asked, BY_OFFSET, this.signal, this.about);
  }

  private async isBeyond(path: string, asked: Query, records: readonly Identified[]): Promise<boolean> {
    const start = String(Number(asked.start) + records.length);
    return ((await this.offsetPage(path, { ...asked, start, limit: "1" })).data ?? []).length > 0;
  }

  /** A list without pages, as users are, says nothing of its end: two readings must agree. */
  private async twice(path: string, asked: Query, records: readonly Identified[]) {
    const again = await this.offsetPage(path, asked);
    const ids = (list: readonly Identified[]) => list.map(({ id }) => id).join(" ");
    if (again.additional_data?.pagination || ids(again.data ?? []) !== ids(records)) throw this.invalid();
    return records;
  }

  /** All records of a list that is short: users, stages, labels. */
  async all(version: "v1" | "v2", path: string, query: Query = UNSORTED): Promise<readonly Identified[]> {
    const found: Identified[] = [];
    const seen = new Set<string>();
    for (let place: string | undefined; ; ) {
      const listed: Listed =
        version === "v2" ? await this.byCursor(path, query, place) : await this.byOffset(path, {}, place);
      found.push(...listed.records);
      place = listed.next;
      if (place === undefined) return found;
      this.expectProgress(!seen.has(place));
      seen.add(place);
    }
  }

  /** A list that goes on without anything new would be read without end. */
  expectProgress(made: boolean): void {
    if (!made) throw this.invalid();
  }

  /** One answer that is no list. */
  one<T>(version: "v1" | "v2", path: string, query: Query, shape: z.ZodType<T>): Promise<T> {
    return this.client.get([version, path], query, shape, this.signal, this.about);
  }

  private invalid(): FailureError {
    return invalidAnswer(LABEL.fr, this.about.table);
  }

  private get place(): Readonly<Record<string, string>> {
    return { source: LABEL.fr, ...(this.about.table && { table: this.about.table }) };
  }
}
