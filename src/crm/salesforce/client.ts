import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { type Fetch, getJson, type HttpSource } from "../http";
import { CrmClock, strangerAt } from "../kit";
import { explained, invalid, LABEL } from "./errors";
import { literal } from "./soql";

/** Of autumn 2024; Salesforce answers in it for years. */
const VERSION = "62.0";
const VERSIONS = z.array(z.object({ version: z.string(), url: z.string() })).min(1);
const BATCH = z.object({
  totalSize: z.number().int().nonnegative(),
  done: z.boolean(),
  records: z.array(z.unknown()),
});
const KEYED = z.looseObject({ Id: z.string() });
/** The most that Salesforce gives at once. */
export const LARGEST_BATCH = 2_000;

export interface QueryOptions {
  /** Deleted and archived records too. */
  readonly all?: boolean;
  readonly table?: string;
}

/** Salesforce's REST API for one person. Asks by GET only: nothing it sends can change anything. */
export class SalesforceClient {
  readonly clock = new CrmClock();
  /** What an answer last told of the day's quota. */
  callsLeft: number | undefined;
  private readonly source: HttpSource;

  /** `address` ends without a slash: the instance's own, not that of the sign-in page. */
  constructor(
    private readonly address: string,
    source: HttpSource,
  ) {
    this.source = { ...source, fetch: explained(this.clock.heard(this.counted(source.fetch))) };
  }

  /** Makes sure that a Salesforce answers here, before any token is sent. Throws `source-address` if not. */
  async recognise(signal: AbortSignal): Promise<void> {
    const { tokens: _, ...bare } = this.source;
    const answer = await getJson(`${this.address}/services/data/`, bare, signal).catch(notSalesforce);
    const versions = VERSIONS.safeParse(answer).data ?? notSalesforce(invalid());
    if (!versions.some(({ version }) => version === VERSION))
      throw new FailureError(
        failure("source-module-missing", { source: LABEL.fr, module: `API ${VERSION}` }),
      );
  }

  /** A resource of this version (`/limits`), in its shape. */
  async resource<T>(path: string, shape: z.ZodType<T>, signal: AbortSignal, table?: string): Promise<T> {
    return this.get(`/services/data/v${VERSION}${path}`, shape, signal, table);
  }

  async get<T>(path: string, shape: z.ZodType<T>, signal: AbortSignal, table?: string): Promise<T> {
    const parsed = shape.safeParse(await getJson(`${this.address}${path}`, this.source, signal));
    if (parsed.success) return parsed.data;
    throw invalid(table);
  }

  /** One batch of a SOQL query. Throws `source-invalid-answer` for one that says it is whole and is not. */
  async query(soql: string, signal: AbortSignal, { all, table }: QueryOptions = {}) {
    const path = `/${all ? "queryAll" : "query"}?q=${encodeURIComponent(soql)}`;
    const batch = await this.resource(path, BATCH, signal, table);
    const counting = soql.startsWith("SELECT COUNT() ");
    if (!counting && batch.done && batch.records.length !== batch.totalSize) throw invalid(table);
    if (!batch.done && batch.records.length === 0) throw invalid(table);
    return batch;
  }

  async count(from: string, signal: AbortSignal, options: QueryOptions = {}): Promise<number> {
    return (await this.query(`SELECT COUNT() FROM ${from}`, signal, options)).totalSize;
  }

  /**
   * One page of records in the order of their ids, beyond the last of the page before: nothing is kept at Salesforce
   * that could expire, and what comes or goes meanwhile shifts nothing.
   */
  async pageById(
    select: { readonly fields: readonly string[]; readonly object: string; readonly where: string },
    after: string | undefined,
    limit: number,
    signal: AbortSignal,
    options: QueryOptions = {},
  ): Promise<{ records: readonly unknown[]; next?: string }> {
    const beyond = [select.where, after === undefined ? "" : `Id > ${literal(after)}`].filter(Boolean);
    const where = beyond.length > 0 ? ` WHERE ${beyond.join(" AND ")}` : "";
    const soql = `SELECT ${select.fields.join(", ")} FROM ${select.object}${where} ORDER BY Id LIMIT ${limit}`;
    const { records, done } = await this.query(soql, signal, options);
    if (done && records.length < limit) return { records };
    const last = KEYED.safeParse(records.at(-1));
    if (!last.success) throw invalid(options.table);
    return { records, next: last.data.Id };
  }

  /** All records, page after page: for short lists. */
  async everything<T>(
    object: string,
    fields: readonly string[],
    shape: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T[]> {
    const all: T[] = [];
    for (let after: string | undefined; ; ) {
      const select = { fields: ["Id", ...fields], object, where: "" };
      const { records, next } = await this.pageById(select, after, LARGEST_BATCH, signal);
      const parsed = z.array(shape).safeParse(records);
      if (!parsed.success || next === (after ?? "")) throw invalid();
      all.push(...parsed.data);
      if (next === undefined) return all;
      after = next;
    }
  }

  private counted(fetch: Fetch): Fetch {
    return async (request) => {
      const response = await fetch(request);
      const [, used, most] =
        /(?:^|[\s;,])api-usage=(\d+)\/(\d+)/.exec(response.headers.get("sforce-limit-info") ?? "") ?? [];
      if (used !== undefined) this.callsLeft = Math.max(0, Number(most) - Number(used));
      return response;
    };
  }
}

const notSalesforce = (error: unknown): never =>
  strangerAt(LABEL.fr, error, ["source-invalid-answer", "source-refused", "source-no-right"]);
