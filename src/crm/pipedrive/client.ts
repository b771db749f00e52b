import type { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import { type Fetch, getJson, type HttpSource } from "../http";
import { CrmClock, invalidAnswer } from "../kit";

/** Named in failures. */
export const LABEL = { fr: "Pipedrive", en: "Pipedrive" };
const ADDRESS = "https://api.pipedrive.com";
/** Where a company's Pipedrive may be: a token is sent nowhere else. */
const COMPANY_ADDRESS = /^https:\/\/[a-z0-9-]+\.pipedrive\.com$/;

/** Names that failures of a reading give. */
export interface About {
  readonly table?: TableName;
  /** The last part of its address: `deals`. */
  readonly object?: string;
}

export type Query = Readonly<Record<string, string | undefined>>;
export type Version = "v1" | "v2";

/** Pipedrive's REST API. It is only ever asked with GET. */
export class PipedriveClient {
  /** Tokens of the company's daily budget that are left, where Pipedrive tells. */
  tokensLeft: number | undefined;
  readonly clock = new CrmClock();
  private readonly source: HttpSource;
  private readonly address: string;

  /** Throws FailureError `source-address-forbidden` when the sign-in led to an address that is not Pipedrive's. */
  constructor(source: HttpSource) {
    this.address = source.tokens?.granted.api_domain ?? ADDRESS;
    if (!COMPANY_ADDRESS.test(this.address))
      throw new FailureError(
        failure("source-address-forbidden", {
          address: this.address.slice(0, 100),
          expected: "*.pipedrive.com",
        }),
      );
    const heard = this.clock.heard(source.fetch);
    this.source = { ...source, fetch: (request) => this.observed(request, heard) };
  }

  /**
   * An answer in its shape. Throws FailureError: `source-no-right` (a scope or permission that is missing),
   * `source-module-missing` (a part of Pipedrive that this company does not have), `source-quota` (the day's budget
   * is used up), and what `getJson` throws.
   */
  async get<T>(
    [version, path]: readonly [Version, string],
    query: Query,
    shape: z.ZodType<T>,
    signal: AbortSignal,
    { table, object }: About = {},
  ): Promise<T> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
    const url = `${this.address}/api/${version}/${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ""}`;
    const about = { source: LABEL.fr, ...(table && { table }) };
    const missing = failure("source-module-missing", { source: LABEL.fr, ...(object && { module: object }) });
    const noRight = failure("source-no-right", { ...about, ...(object && { model: object }) });
    const statusFailures = { 402: missing, 403: noRight, 404: missing, 410: missing };
    const parsed = shape.safeParse(await getJson(url, { ...this.source, statusFailures }, signal));
    if (parsed.success) return parsed.data;
    throw invalidAnswer(LABEL.fr, table);
  }

  /** Notes what Pipedrive says about itself; a spent day is final, a spent burst is waited for as it asks. */
  private async observed(request: Request, fetch: Fetch): Promise<Response> {
    const response = await fetch(request);
    const left = numberIn(response, "x-daily-ratelimit-token-remaining");
    if (left !== undefined) this.tokensLeft = left;
    if (response.status !== 429) return response;
    if (left !== undefined && left <= 0)
      throw new FailureError(failure("source-quota", { source: LABEL.fr }));
    const reset = response.headers.get("retry-after") ?? response.headers.get("x-ratelimit-reset");
    return new Response(null, { status: 429, headers: reset === null ? {} : { "retry-after": reset } });
  }
}

function numberIn(response: Response, header: string): number | undefined {
  const text = response.headers.get(header);
  const value = Number(text);
  return text !== null && Number.isFinite(value) ? value : undefined;
}
