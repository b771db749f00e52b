import { setTimeout } from "node:timers/promises";
import pRetry from "p-retry";
import { withDeadline } from "../sales/deadline";
import { type Failure, type FailureCode, FailureError, failure } from "../sales/failure";
import type { AccessTokens } from "./signIn";

/** `fetch`, or a stand-in of its form: an embedded CRM, a test. */
export type Fetch = (request: Request) => Promise<Response>;

export interface HttpSource {
  readonly fetch: Fetch;
  /** Named in failures. */
  readonly label: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a bearer token; renewed once when the source answers 401. */
  readonly tokens?: AccessTokens;
  /** The number of new tries after a network error, a 429 or a passing 5xx. Default 4. */
  readonly retries?: number;
  /** The time that one attempt may take. Default 30 s. */
  readonly attemptTimeoutMs?: number;
  /** The meaning of a status to this source; such an answer is final. */
  readonly statusFailures?: Readonly<Record<number, Failure>>;
}

const REFUSED = new Set([401, 403]);
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Why no connection came about, by Node's code, when trying again cannot help. */
const FINAL_CAUSES: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: "source-address",
  ERR_SSL_WRONG_VERSION_NUMBER: "source-address",
  DEPTH_ZERO_SELF_SIGNED_CERT: "source-certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "source-certificate",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "source-certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "source-certificate",
  ERR_TLS_CERT_ALTNAME_INVALID: "source-certificate",
  CERT_HAS_EXPIRED: "source-certificate",
};
const FIRST_WAIT_MS = 200;
/** A source that asks for more patience than this is treated as not answering. */
const LONGEST_WAIT_MS = 60_000;

class PassingTrouble extends Error {
  constructor(readonly waitMs: number) {
    super("passing trouble");
  }
}

/**
 * GETs a JSON document, with retries, back-off and respect for Retry-After. Throws FailureError: `source-refused`
 * (401, 403), `source-unavailable` (no answer after all retries), `source-invalid-answer` (anything but JSON),
 * `source-address` (no such host), `source-certificate`, `stopped`.
 */
export const getJson = (url: string, source: HttpSource, signal: AbortSignal): Promise<unknown> =>
  askJson(url, {}, source, signal);

/** The same for a question that is POSTed as JSON. It may be asked again, so it must change nothing. */
export const postJson = (
  url: string,
  question: unknown,
  source: HttpSource,
  signal: AbortSignal,
): Promise<unknown> => {
  const headers = { "content-type": "application/json" };
  return askJson(url, { method: "POST", body: JSON.stringify(question), headers }, source, signal);
};

type Question = Pick<RequestInit, "method" | "body"> & {
  readonly headers?: Readonly<Record<string, string>>;
};

async function askJson(
  url: string,
  question: Question,
  source: HttpSource,
  stop: AbortSignal,
): Promise<unknown> {
  // Each question listens to a signal of its own: Node takes many listeners of one for a leak.
  const signal = AbortSignal.any([stop]);
  const unavailable = failure("source-unavailable", { source: source.label });
  const attempt = () =>
    withDeadline(
      (inner) => once(url, question, source, inner),
      source.attemptTimeoutMs ?? 30_000,
      new PassingTrouble(0),
      signal,
    );
  try {
    return await pRetry(attempt, {
      retries: source.retries ?? 4,
      minTimeout: FIRST_WAIT_MS,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => error instanceof PassingTrouble && error.waitMs <= LONGEST_WAIT_MS,
      onFailedAttempt: async ({ error, retriesLeft }) => {
        if (error instanceof PassingTrouble && error.waitMs <= LONGEST_WAIT_MS && retriesLeft > 0)
          await setTimeout(error.waitMs, undefined, { signal });
      },
    });
  } catch (error) {
    if (signal.aborted) throw new FailureError(failure("stopped"));
    throw error instanceof FailureError ? error : new FailureError(unavailable);
  }
}

async function once(
  url: string,
  question: Question,
  source: HttpSource,
  signal: AbortSignal,
): Promise<unknown> {
  const { label, statusFailures = {} } = source;
  const response = await authorised(url, question, source, signal);
  const told = statusFailures[response.status];
  if (told) throw new FailureError(told);
  if (PASSING.has(response.status)) throw new PassingTrouble(retryAfter(response.headers.get("retry-after")));
  if (REFUSED.has(response.status)) throw new FailureError(failure("source-refused", { source: label }));
  const invalid = new FailureError(failure("source-invalid-answer", { source: label }));
  if (!response.ok) throw invalid;
  const text = await response.text().catch(() => {
    throw new PassingTrouble(0);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw invalid;
  }
}

/** One request, asked a second time with a new token when the first one is refused. */
async function authorised(
  url: string,
  question: Question,
  source: HttpSource,
  signal: AbortSignal,
): Promise<Response> {
  const { tokens } = source;
  if (!tokens) return send(url, question, source, signal);
  const token = await tokens.current(signal);
  const response = await send(url, question, source, signal, token);
  if (response.status !== 401) return response;
  await response.body?.cancel();
  return send(url, question, source, signal, await tokens.renewed(token, signal));
}

async function send(
  url: string,
  question: Question,
  { fetch, headers, label }: HttpSource,
  signal: AbortSignal,
  token?: string,
): Promise<Response> {
  const asked = {
    ...question,
    headers: {
      accept: "application/json",
      ...question.headers,
      ...headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  };
  return fetch(new Request(url, { ...asked, signal })).catch((error: unknown) => {
    if (error instanceof FailureError) throw error;
    const code = finalCause(error);
    throw code ? new FailureError(failure(code, { source: label })) : new PassingTrouble(0);
  });
}

function finalCause(error: unknown): FailureCode | undefined {
  // `fetch` wraps Node's own error.
  const code = memberOf("code", error) ?? memberOf("code", memberOf("cause", error));
  return typeof code === "string" && Object.hasOwn(FINAL_CAUSES, code) ? FINAL_CAUSES[code] : undefined;
}

const memberOf = (name: string, thrown: unknown): unknown =>
  typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, name) : undefined;

/** Retry-After: seconds or an HTTP date → milliseconds to wait. */
function retryAfter(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
