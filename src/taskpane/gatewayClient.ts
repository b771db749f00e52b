import {
  FAILURE_CODES,
  type Failure,
  type FailureCode,
  failed,
  failure,
  type Result,
  success,
} from "../sales/failure";
import { decodeFrames } from "../sales/frames";
import type { TableName } from "../sales/schema";
import type { RefreshFrame } from "../sales/stream";
import type { Text } from "../sales/text";

/** A field of a source's connection form. */
export interface SourceField {
  readonly name: string;
  readonly label: Text;
  readonly kind: "text" | "secret" | "url" | "files";
  readonly optional?: true;
}

/** A source as the gateway tells it. */
export interface Source {
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly SourceField[];
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
}

/** An open session. `token` lives in this object only: never written to any storage. */
export interface Session {
  readonly token: string;
  readonly source: string;
  readonly sourceLabel: Text;
  readonly user: string;
  /** The tables this very connection has. */
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
}

/** A file whose columns a person must choose, as the gateway tells it. */
export interface FileToMap {
  readonly file: string;
  /** A table's name, or `targets`. */
  readonly table: string;
  readonly headings: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly heading?: string;
  }[];
}

/** What `vigie-mapping.json` says, per table: its file, and the heading of each column ("" for none). */
export type ColumnMapping = Readonly<
  Record<string, { readonly file: string; readonly columns: Readonly<Record<string, string>> }>
>;

/** A session, or why there is none; `files` when it takes a mapping to get one. */
export type ConnectAnswer =
  | { readonly ok: true; readonly value: Session }
  | { readonly ok: false; readonly failure: Failure; readonly files?: readonly FileToMap[] };

/** What the form holds: a text or the files of each field. */
export type FieldValues = Readonly<Record<string, string | readonly File[]>>;

export interface GatewayClient {
  sources(): Promise<Result<readonly Source[]>>;
  connect(source: Source, values: FieldValues, mapping?: ColumnMapping): Promise<ConnectAnswer>;
  /** The frames of a refresh. They always end with `end` or `error`; aborting ends them with `stopped`. */
  refresh(session: Session, signal: AbortSignal): AsyncIterable<RefreshFrame>;
  /** Hangs up; nothing to say when that fails, the gateway forgets the session by itself. */
  disconnect(session: Session): Promise<void>;
}

export interface GatewayTimeouts {
  readonly answerSeconds: number;
  /** Connecting may send files and wait for a CRM. */
  readonly connectSeconds: number;
  /** The longest silence during a refresh; longer than the gateway grants its source. */
  readonly silenceSeconds: number;
}

const TIMEOUTS: GatewayTimeouts = { answerSeconds: 15, connectSeconds: 120, silenceSeconds: 150 };

/** Speaks to the gateway that served the pane (ARCHITECTURE.md, "The gateway's HTTP face"). */
export function createGatewayClient(
  base: string,
  timeouts: GatewayTimeouts = TIMEOUTS,
  send: typeof fetch = (input, init) => fetch(input, init),
): GatewayClient {
  const url = (path: string): string => new URL(`api/${path}`, base).href;
  const authorized = (session: Session): HeadersInit => ({ Authorization: `Bearer ${session.token}` });

  return {
    async sources() {
      const answer = await ask(send, url("sources"), {}, timeouts.answerSeconds);
      if (!answer.ok) return answer;
      return isRecord(answer.value) && Array.isArray(answer.value.sources)
        ? success(answer.value.sources as readonly Source[])
        : failed("gateway-invalid-answer");
    },
    async connect(source, values, mapping) {
      const answer = await ask(
        send,
        url("sessions"),
        sessionRequest(source, values, mapping),
        timeouts.connectSeconds,
      );
      if (!answer.ok) return answer;
      if (!isRecord(answer.value) || typeof answer.value.session !== "string")
        return failed("gateway-invalid-answer");
      const { session: token, ...rest } = answer.value;
      return success({ tables: source.tables, lacks: [], ...rest, token } as unknown as Session);
    },
    async *refresh(session, signal) {
      const gone = abortedWith(signal);
      try {
        const opened = await open(
          send,
          url("refresh"),
          { headers: authorized(session), signal: gone.signal },
          timeouts.answerSeconds,
        );
        const frames = opened.ok ? decodeFrames(opened.value.body!) : [errorFrame(opened.failure)];
        for await (const frame of withinSilence(frames, timeouts.silenceSeconds)) {
          yield frame.type === "error" && signal.aborted ? errorFrame(failure("stopped")) : frame;
        }
      } finally {
        gone.abort();
      }
    },
    async disconnect(session) {
      const request = { method: "DELETE", headers: authorized(session) };
      await open(send, url("sessions/current"), request, timeouts.answerSeconds);
    },
  };
}

const errorFrame = (reason: Failure): RefreshFrame => ({ type: "error", failure: reason });

/** JSON, or a multipart form when there are files to send. */
function sessionRequest(source: Source, values: FieldValues, mapping?: ColumnMapping): RequestInit {
  const files = Object.entries(values).filter(([, value]) => typeof value !== "string");
  if (files.length === 0) {
    const body = JSON.stringify({ source: source.id, options: values });
    return { method: "POST", headers: { "Content-Type": "application/json" }, body };
  }
  const form = new FormData();
  form.set("source", source.id);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") form.set(name, value);
    else for (const file of value) form.append(name, file, file.name);
  }
  if (mapping) form.set("mapping", JSON.stringify(mapping));
  return { method: "POST", body: form };
}

async function ask(
  send: typeof fetch,
  url: string,
  init: RequestInit,
  seconds: number,
): Promise<Extract<Opened, { ok: false }> | { readonly ok: true; readonly value: unknown }> {
  const opened = await open(send, url, init, seconds);
  if (!opened.ok) return opened;
  const body = await json(opened.value);
  return body === undefined
    ? failed("gateway-invalid-answer", { status: opened.value.status })
    : success(body);
}

type Opened =
  | { readonly ok: true; readonly value: Response }
  | { readonly ok: false; readonly failure: Failure; readonly files?: readonly FileToMap[] };

/** A good answer's response, or the failure it stands for: down, slow, or not of our gateway. */
async function open(send: typeof fetch, url: string, init: RequestInit, seconds: number): Promise<Opened> {
  const leaving = abortedWith(init.signal ?? undefined);
  let isSlow = false;
  const timer = setTimeout(() => {
    isSlow = true;
    leaving.abort();
  }, seconds * 1_000);
  try {
    const response = await send(url, {
      ...init,
      signal: leaving.signal,
      cache: "no-store",
      credentials: "omit",
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
function abortedWith(signal: AbortSignal | undefined): AbortController {
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The frames, ended by `gateway-timeout` when the next one does not come in time. */
async function* withinSilence(
  frames: AsyncIterable<RefreshFrame> | Iterable<RefreshFrame>,
  seconds: number,
): AsyncGenerator<RefreshFrame> {
  const iterator =
    Symbol.asyncIterator in frames ? frames[Symbol.asyncIterator]() : frames[Symbol.iterator]();
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), seconds * 1_000);
    });
    const next = await Promise.race([iterator.next(), silence]);
    clearTimeout(timer);
    if (next === undefined) return yield errorFrame(failure("gateway-timeout", { seconds }));
    if (next.done) return;
    yield next.value;
  }
}
