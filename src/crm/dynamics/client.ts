import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { getJson, type HttpSource } from "../http";
import { CrmClock, strangerAt } from "../kit";
import { explained, invalid, LABEL, ToldError } from "./errors";
import { key } from "./values";

/** The most that Dataverse gives at once. */
export const LARGEST_PAGE = 5_000;
const PAGE = z.object({
  value: z.array(z.unknown()),
  "@odata.nextLink": z.string().optional(),
});
const WHO = z.object({ UserId: key, OrganizationId: key });
const TOTALS = z.object({ value: z.array(z.looseObject({})) });

export interface ODataPage {
  readonly records: readonly unknown[];
  /** The whole address of the next page, as Dataverse gave it: not to be changed. */
  readonly next?: string;
}

/** The Dataverse Web API for one person. Asks by GET only: nothing it sends can change anything. */
export class DataverseClient {
  readonly clock = new CrmClock();
  private readonly base: string;
  private readonly source: HttpSource;

  /** `address` ends without a slash. */
  constructor(address: string, source: HttpSource) {
    this.base = `${address}/api/data/v9.2/`;
    const headers = { "odata-version": "4.0", "odata-maxversion": "4.0" };
    this.source = { ...source, headers, fetch: explained(this.clock.heard(source.fetch)) };
  }

  /** Who is signed in. Throws `source-address` when no Dataverse answers here. */
  async whoAmI(signal: AbortSignal): Promise<string> {
    const answer = await getJson(`${this.base}WhoAmI`, this.source, signal).catch(notDataverse);
    const who = WHO.safeParse(answer);
    return who.success ? who.data.UserId : notDataverse(invalid());
  }

  /** The first page of a query: `accounts?$select=name`. */
  first(query: string, pageSize: number, signal: AbortSignal, table?: string): Promise<ODataPage> {
    return this.page(`${this.base}${query}`, pageSize, signal, table);
  }

  /** The page behind a link of an earlier one. Throws `source-invalid-answer` for a link that leads elsewhere. */
  next(link: string, pageSize: number, signal: AbortSignal, table?: string): Promise<ODataPage> {
    if (!this.isOurs(link)) throw invalid(table);
    return this.page(link, pageSize, signal, table);
  }

  /** All records of a query, page after page. */
  async everything(query: string, signal: AbortSignal, table?: string): Promise<unknown[]> {
    const all: unknown[] = [];
    const seen = new Set<string>();
    for (let page = await this.first(query, LARGEST_PAGE, signal, table); ; ) {
      all.push(...page.records);
      if (page.next === undefined) return all;
      // A page that comes again, behind whatever link, would come for ever.
      const first = JSON.stringify(page.records[0]);
      if (seen.has(first)) throw invalid(table);
      seen.add(first);
      page = await this.next(page.next, LARGEST_PAGE, signal, table);
    }
  }

  /** One row of sums; undefined when there are more records than Dataverse aggregates: 50,000. */
  async totals(
    entitySet: string,
    fetchXml: string,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const url = `${this.base}${entitySet}?fetchXml=${encodeURIComponent(fetchXml)}`;
    try {
      const parsed = TOTALS.safeParse(await getJson(url, this.source, signal));
      if (!parsed.success) throw invalid();
      return parsed.data.value[0] ?? {};
    } catch (error) {
      if (error instanceof ToldError && error.meaning === "too-many-to-aggregate") return undefined;
      throw error;
    }
  }

  /** The answer of a function, in its shape. */
  async call<T>(path: string, shape: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    const parsed = shape.safeParse(await getJson(`${this.base}${path}`, this.source, signal));
    if (parsed.success) return parsed.data;
    throw invalid();
  }

  private async page(url: string, pageSize: number, signal: AbortSignal, table?: string): Promise<ODataPage> {
    const prefer = `odata.maxpagesize=${pageSize},odata.include-annotations="${ANNOTATIONS}"`;
    const source = { ...this.source, headers: { ...this.source.headers, prefer } };
    const parsed = PAGE.safeParse(await getJson(url, source, signal));
    if (!parsed.success) throw invalid(table);
    const { value, "@odata.nextLink": next } = parsed.data;
    if (next !== undefined && !this.isOurs(next)) throw invalid(table);
    return { records: value, ...(next !== undefined && { next }) };
  }

  /** The token must not follow a link to somebody else. */
  private isOurs(link: string): boolean {
    return URL.canParse(link) && new URL(link).href.startsWith(new URL(this.base).href);
  }
}

/** The words of choices, and what kind of record a lookup points to. */
const ANNOTATIONS = "OData.Community.Display.V1.FormattedValue,Microsoft.Dynamics.CRM.lookuplogicalname";

function notDataverse(error: unknown): never {
  if (error instanceof ToldError && error.meaning === "no-right")
    throw new FailureError(failure("source-refused", { source: LABEL.fr }));
  return strangerAt(LABEL.fr, error, ["source-invalid-answer", "source-no-right"]);
}
