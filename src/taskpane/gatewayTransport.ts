import { FAILURE_CODES, type Failure, type FailureCode, failed, success } from "../sales/failure";
import type { Text } from "../sales/text";

/** No other site's page can send it: the gateway asks for it before it changes anything. */
const PANE = { "X-Vigie-Pane": "1" };

/** A file whose columns a person must choose, as the gateway tells it. */
export interface FileToMap {
  readonly file: string;
  /** A table's name, or `targets`; absent when nobody can say, and `tables` are offered. */
  readonly table?: string;
  readonly tables?: readonly string[];
  readonly headings: readonly string[];
  /** The first distinct values under each heading, at most three. */
  readonly samples?: Readonly<Record<string, readonly string[]>>;
  readonly columns: readonly {
    readonly name: string;
    readonly label?: Text;
    readonly required: boolean;
    readonly heading?: string;
    /** Headings that fit as well. */
    readonly others?: readonly string[];
  }[];
  /** Day and month may be taken for each other. */
  readonly asksDates?: true;
  /** A point before three digits may be a decimal mark or not. */
  readonly asksDecimals?: true;
}

/** Sends one request: `fetch`, or a stand-in. */
export interface Transport {
  readonly send: typeof fetch;
  /** The longest wait for the answer to begin. */
  readonly seconds: number;
}

/** The JSON that was answered, or the failure it stands for. */
export async function ask(
  url: string,
  init: RequestInit,
  transport: Transport,
): Promise<Extract<Opened, { ok: false }> | { readonly ok: true; readonly value: unknown }> {
  const opened = await open(url, init, transport);
  if (!opened.ok) return opened;
  const body = await json(opened.value);
  return body === undefined
    ? failed("gateway-invalid-answer", { status: opened.value.status })
    : success(body);
}

export type Opened =
  | { readonly ok: true; readonly value: Response }
  | { readonly ok: false; readonly failure: Failure; readonly files?: readonly FileToMap[] };

/** A good answer's response, or the failure it stands for: down, slow, or not of our gateway. */
export async function open(url: string, init: RequestInit, { send, seconds }: Transport): Promise<Opened> {
  const leaving = abortedWith(init.signal ?? undefined);
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    leaving.abort();
  }, seconds * 1_000);
  try {
    const response = await send(url, {
      ...init,
      headers: { ...PANE, ...init.headers },
      signal: leaving.signal,
      cache: "no-store",
      credentials: "same-origin",
    });
    if (isOurs(response)) return success(response);
    return await refusalOf(response);
  } catch {
    return isSlow ? failed("gateway-timeout", { seconds }) : failed("gateway-unreachable");
  } finally {
    clearTimeout(timer);
  }
}

/** A controller that `signal` aborts too; AbortSignal.any is not in every WebView that Excel still runs on. */
export function abortedWith(signal: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener("abort", () => controller.abort(), { once: true, signal: controller.signal });
  return controller;
}

/** A captive portal or a proxy answers HTML with status 200. */
const isOurs = (response: Response): boolean =>
  response.status === 204 || (response.ok && /json/.test(response.headers.get("Content-Type") ?? ""));

async function refusalOf(response: Response): Promise<Opened> {
  const { failure: told, files } = asRecord(await json(response));
  if (!isRecord(told) || !FAILURE_CODES.includes(told.code as FailureCode) || !isRecord(told.params))
    return failed("gateway-invalid-answer", { status: response.status });
  const reason = told as unknown as Failure;
  return Array.isArray(files) ? { ok: false, failure: reason, files } : { ok: false, failure: reason };
}

const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

const json = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
