import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import { type Fetch, getJson, type HttpSource, postJson } from "../http";
import { CrmClock, invalidAnswer } from "../kit";

/** Named in failures. */
export const LABEL = { fr: "HubSpot", en: "HubSpot" };
const ADDRESS = "https://api.hubapi.com";

/** Names that failures of a reading give. */
export interface About {
  readonly table?: TableName;
  /** As HubSpot names it: `line_items`. */
  readonly object?: string;
}

export type Query = Readonly<Record<string, string | undefined>>;

const LIMITED = z.object({ policyName: z.string() });

/** HubSpot's API, asked only questions that read: lists, and searches and batches that are POSTed. */
export class HubSpotClient {
  /** Calls of this day that are left; HubSpot tells private apps only. */
  callsLeft: number | undefined;
  readonly clock = new CrmClock();
  private readonly source: HttpSource;

  constructor(source: HttpSource) {
    const heard = this.clock.heard(source.fetch);
    this.source = { ...source, fetch: (request) => this.observed(request, heard) };
  }

  /**
   * Throws FailureError: `source-no-right` (a scope that is missing), `source-module-missing` (an object the account
   * does not have), `source-quota` (the day's calls are used up), and what `getJson` throws.
   */
  async get<T>(
    path: string,
    query: Query,
    shape: z.ZodType<T>,
    signal: AbortSignal,
    about: About = {},
  ): Promise<T> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
    const url = `${ADDRESS}${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ""}`;
    return shaped(await getJson(url, this.about(about), signal), shape, about);
  }

  async post<T>(
    path: string,
    question: unknown,
    shape: z.ZodType<T>,
    signal: AbortSignal,
    about: About = {},
  ): Promise<T> {
    return shaped(await postJson(`${ADDRESS}${path}`, question, this.about(about), signal), shape, about);
  }

  private about({ table, object }: About): HttpSource {
    const source = LABEL.fr;
    const noRight = failure("source-no-right", {
      source,
      ...(table && { table }),
      ...(object && { model: object }),
    });
    const missing = failure("source-module-missing", { source, ...(object && { module: object }) });
    return { ...this.source, statusFailures: { 403: noRight, 404: missing } };
  }

  /** Notes what HubSpot says about itself. A spent day is final: waiting a minute would not help. */
  private async observed(request: Request, fetch: Fetch): Promise<Response> {
    const response = await fetch(request);
    const left = response.headers.get("x-hubspot-ratelimit-daily-remaining");
    if (left !== null && Number.isFinite(Number(left))) this.callsLeft = Number(left);
    if (response.status !== 429) return response;
    const told = LIMITED.safeParse(
      await response
        .clone()
        .json()
        .catch(() => undefined),
    );
    if (told.success && told.data.policyName === "DAILY")
      throw new FailureError(failure("source-quota", { source: LABEL.fr }));
    return response;
  }
}

function shaped<T>(answer: unknown, shape: z.ZodType<T>, { table }: About): T {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw invalidAnswer(LABEL.fr, table);
}
