import { z } from "zod";
import { type Failure, FailureError, failure } from "../../sales/failure";
import type { TableName } from "../../sales/schema";
import { getJson, type HttpSource } from "../http";
import { invalidAnswer } from "../kit";
import { explained, LABEL, UNEXPLAINED } from "./answers";

export type Parameters = Readonly<Record<string, string | number>>;

const source = LABEL.fr;
const REFUSED = failure("source-refused", { source });
const NOT_DOLIBARR = failure("source-address", { source });
const STATUS = z.object({ success: z.object({ dolibarr_version: z.string().regex(/^\d+\./) }) });

/** Dolibarr's REST API for one person. It is only ever asked with GET. */
export class DolibarrClient {
  /** 18, 22… once signed in. */
  version = 0;

  constructor(
    private readonly address: string,
    key: string,
    http: HttpSource,
  ) {
    this.http = { ...http, fetch: explained(http.fetch), headers: { dolapikey: key } };
  }

  private readonly http: HttpSource;

  /** Throws FailureError: `source-address` (not a Dolibarr), `source-refused`, and what asking throws. */
  async signIn(signal: AbortSignal): Promise<void> {
    const status = STATUS.safeParse(
      await this.get("status", {}, {}, signal).catch((error) => {
        throw codeOf(error) === "source-invalid-answer" ? new FailureError(NOT_DOLIBARR) : error;
      }),
    );
    if (!status.success) throw new FailureError(NOT_DOLIBARR);
    this.version = Number.parseInt(status.data.success.dolibarr_version, 10);
  }

  /**
   * A list, empty where Dolibarr says so. Throws FailureError: `source-no-right` (or the module is not activated),
   * `source-module-missing` (there is no such list), `source-refused` (the key was revoked), and what asking throws.
   */
  async list(
    resource: string,
    parameters: Parameters,
    signal: AbortSignal,
    table?: TableName,
  ): Promise<readonly unknown[]> {
    const asked = this.ask(resource, parameters, signal, table).catch((error: unknown) => {
      // Some lists and versions only say “Not Found”: whether that is their end is for the reader to ask.
      if (error instanceof FailureError && error.failure === UNEXPLAINED) return [];
      throw error;
    });
    const answer = z.array(z.unknown()).safeParse(await asked);
    if (answer.success) return answer.data;
    throw invalidAnswer(source, table);
  }

  /** The same for whatever the answer is. */
  async ask(
    resource: string,
    parameters: Parameters,
    signal: AbortSignal,
    table?: TableName,
  ): Promise<unknown> {
    const about = { source, model: resource, ...(table !== undefined && { table }) };
    const noRight = failure("source-no-right", about);
    const statuses = {
      401: noRight,
      403: noRight,
      501: failure("source-module-missing", { source, module: resource }),
    };
    return this.get(resource, parameters, statuses, signal).catch(async (error) => {
      if (!(error instanceof FailureError)) throw error;
      // A key that was revoked and a right that is missing are told alike: asking who one is tells them apart.
      if (error.failure === noRight) await this.get("status", {}, { 401: REFUSED, 403: REFUSED }, signal);
      throw error;
    });
  }

  private get(
    resource: string,
    parameters: Parameters,
    statusFailures: Readonly<Record<number, Failure>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const query = new URLSearchParams(
      Object.entries(parameters).map(([name, value]) => [name, String(value)]),
    );
    const url = `${this.address}/api/index.php/${resource}${query.size > 0 ? `?${query}` : ""}`;
    return getJson(url, { ...this.http, statusFailures }, signal);
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof FailureError ? error.failure.code : undefined;

/** The address without what people copy along: `/index.php`, `/api/index.php/explorer`. */
export const homeOf = (address: string): string => address.replace(/(\/api)?(\/index\.php.*)?\/*$/, "");
