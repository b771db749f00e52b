import { withinSilence } from "../sales/deadline";
import { type Failure, FailureError, failed, failure, type Result, success } from "../sales/failure";
import { decodeFrames, decodeLines } from "../sales/frames";
import type { CrmAggregate } from "../sales/reconcile";
import type { RejectedRow } from "../sales/rejected";
import type { TableName } from "../sales/schema";
import type { RefreshFrame } from "../sales/stream";
import type { Text } from "../sales/text";
import { abortedWith, ask, type FileToMap, isRecord, open } from "./gatewayTransport";
import { rowsSetAside } from "./rowsSetAside";

export type { FileToMap } from "./gatewayTransport";

/** A field of a source's connection form. */
export interface SourceField {
  readonly name: string;
  readonly label: Text;
  readonly kind: "text" | "secret" | "url" | "files";
  readonly optional?: true;
  /** For those who do not sign in at the CRM. */
  readonly insteadOfSignIn?: true;
}

/** A source as the gateway tells it. */
export interface Source {
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly SourceField[];
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
  /** One signs in at the CRM itself. */
  readonly signIn?: SourceSignIn;
  /** Set where the administrator set an account for the team; remembered: this browser was let in with its code. */
  readonly teamAccount?: { readonly isRemembered: boolean };
}

export interface SourceSignIn {
  /** False until the administrator has registered Vigie there: `registration` says how. */
  readonly isRegistered: boolean;
  /** The fields filled in at an earlier sign-in; set when this browser's person signed in before. */
  readonly remembered?: Readonly<Record<string, string>>;
  readonly registration: Text;
}

/** An open session. Its secret is in a cookie no script can read. */
export interface Session {
  /** Names the cookie; no secret. */
  readonly id?: string;
  /** The secret itself where the browser keeps no cookies: lives in this object only, never in any storage. */
  readonly token?: string;
  readonly source: string;
  readonly sourceLabel: Text;
  readonly user: string;
  /** With the team's account, not with one's own. */
  readonly account?: "team";
  /** The tables this very connection has. */
  readonly tables: readonly TableName[];
  readonly lacks: readonly Text[];
}

/** The tables that files can fill. */
export type MappedTable = TableName | "targets";

/** Answers about the files of one table. */
export interface MappingEntry {
  readonly files: readonly string[];
  /** The heading of each field; "" for none. */
  readonly columns: Readonly<Record<string, string>>;
  /** The order of day, month and year where the files leave it open. */
  readonly dates?: "dmy" | "mdy" | "ymd";
  readonly decimals?: "," | ".";
}

/** The contents of `vigie-mapping.json`: the entry of each table, and the files to leave out. */
export type ColumnMapping = { readonly [table in MappedTable]?: MappingEntry } & {
  readonly ignored?: readonly string[];
};

/** A session, or why there is none; `files` when it takes a mapping to get one. */
export type ConnectAnswer =
  | { readonly ok: true; readonly value: Session }
  | { readonly ok: false; readonly failure: Failure; readonly files?: readonly FileToMap[] };

/** The form's values: a text or the files of each field. */
export type FieldValues = Readonly<Record<string, string | readonly File[]>>;

/** A sign-in begun: the page to open in a window, and the pane's half of the proof that it was the pane who began. */
export interface SignInStart {
  readonly address: string;
  readonly attempt: string;
  readonly expiresInSeconds: number;
}

/** The size of a full refresh, in rows and calls to the CRM. */
export interface LoadEstimate {
  readonly rows: number;
  /** Requests to the CRM. */
  readonly calls: number;
  /** Requests the CRM still allows today, where it counts them. */
  readonly callsLeft?: number;
}

export interface GatewayClient {
  sources(): Promise<Result<readonly Source[]>>;
  connect(source: Source, values: FieldValues, mapping?: ColumnMapping): Promise<ConnectAnswer>;
  /** With the account that the administrator set for the team; without its code where it is remembered. */
  connectAsTeam(source: Source, code?: string): Promise<ConnectAnswer>;
  /** From now on this browser needs the team's code again. */
  forgetTeam(source: Source): Promise<Result<void>>;
  /** `code`: the sign-in is the team's. */
  beginSignIn(source: Source, values: FieldValues, code?: string): Promise<Result<SignInStart>>;
  /** Both halves become a session: the pane's attempt and the claim of the window. */
  claimSignIn(source: Source, attempt: string, claim: string): Promise<ConnectAnswer>;
  /** Cancels a sign-in: no later step of its window succeeds. */
  cancelSignIn(attempt: string): Promise<void>;
  /** Has the gateway forget a person's sign-in at a CRM; answers true where the CRM revoked it too. */
  forgetSignIn(source: Source, session?: Session): Promise<Result<boolean>>;
  /** The CRM's own counts and sums of this moment; undefined where it computes none. */
  reconcile(session: Session, signal: AbortSignal): Promise<Result<readonly CrmAggregate[] | undefined>>;
  /** The size of a full refresh; undefined where the source cannot tell. */
  estimate(session: Session, signal: AbortSignal): Promise<Result<LoadEstimate | undefined>>;
  /**
   * The frames of a refresh, of the changes since a mark where the source can tell them. They always end with `end` or
   * `error`; aborting ends them with `stopped`.
   */
  refresh(session: Session, signal: AbortSignal, since?: string): AsyncIterable<RefreshFrame>;
  /** Every row that the source has and the tables do not take, read anew. */
  setAside(session: Session, signal: AbortSignal): Promise<Result<readonly RejectedRow[]>>;
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
  const quick = { send, seconds: timeouts.answerSeconds };
  const patient = { send, seconds: timeouts.connectSeconds };
  const silent = { send, seconds: timeouts.silenceSeconds };

  const tooSilent = failure("gateway-timeout", { seconds: timeouts.silenceSeconds });
  const audible = <T>(items: AsyncIterable<T>) =>
    withinSilence(items, timeouts.silenceSeconds * 1_000, new FailureError(tooSilent));

  const connectWith = async (source: Source, path: string, request: RequestInit): Promise<ConnectAnswer> => {
    const answer = await ask(url(path), request, patient);
    return answer.ok ? sessionOf(source, answer.value) : answer;
  };
  const question = async <T>(
    session: Session,
    path: string,
    signal: AbortSignal,
    read: (answer: Record<string, unknown>) => T | null | undefined,
  ): Promise<Result<T | undefined>> => {
    const answer = await ask(url(path), { headers: speakingFor(session), signal }, silent);
    if (signal.aborted) return failed("stopped");
    if (!answer.ok) return answer;
    const told = isRecord(answer.value) ? read(answer.value) : undefined;
    return told === undefined ? failed("gateway-invalid-answer") : success(told ?? undefined);
  };

  return {
    async sources() {
      const answer = await ask(url("sources"), {}, quick);
      if (!answer.ok) return answer;
      return isRecord(answer.value) && Array.isArray(answer.value.sources)
        ? success(answer.value.sources as readonly Source[])
        : failed("gateway-invalid-answer");
    },
    connect: (source, values, mapping) =>
      connectWith(source, "sessions", sessionRequest(source, values, mapping)),
    connectAsTeam: (source, code) =>
      connectWith(source, "sessions", posted({ source: source.id, account: "team", code })),
    async forgetTeam({ id }) {
      const answer = await open(url(`sign-in/${id}/team`), { method: "DELETE" }, quick);
      return answer.ok ? success(undefined) : answer;
    },
    async beginSignIn(source, values, code) {
      const account = code === undefined ? {} : { account: "team", code };
      const request = posted({ source: source.id, options: values, ...account });
      const answer = await ask(url("sign-in"), request, quick);
      if (!answer.ok) return answer;
      return isSignInStart(answer.value) ? success(answer.value) : failed("gateway-invalid-answer");
    },
    claimSignIn: (source, attempt, claim) => connectWith(source, "sign-in/claim", posted({ attempt, claim })),
    async cancelSignIn(attempt) {
      await open(url("sign-in/cancel"), posted({ attempt }), quick);
    },
    async forgetSignIn(source, session) {
      const request = { method: "DELETE", headers: session ? speakingFor(session) : {} };
      const answer = await ask(url(`sign-in/${source.id}`), request, patient);
      if (!answer.ok) return answer;
      return isRecord(answer.value) && typeof answer.value.isRevoked === "boolean"
        ? success(answer.value.isRevoked)
        : failed("gateway-invalid-answer");
    },
    reconcile: (session, signal) =>
      question(session, "reconciliation", signal, ({ aggregates }) =>
        aggregates === null || (Array.isArray(aggregates) && aggregates.every(isAggregate))
          ? aggregates
          : undefined,
      ),
    estimate: (session, signal) =>
      question(session, "estimate", signal, ({ estimate }) =>
        estimate === null || isEstimate(estimate) ? estimate : undefined,
      ),
    async *refresh(session, signal, since) {
      const gone = abortedWith(signal);
      try {
        const asked = { headers: speakingFor(session), signal: gone.signal };
        const query = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
        const opened = await open(url(`refresh${query}`), asked, quick);
        if (!opened.ok) return yield errorFrame(signal.aborted ? failure("stopped") : opened.failure);
        for await (const frame of audible(decodeFrames(opened.value.body!))) {
          yield frame.type === "error" && signal.aborted ? errorFrame(failure("stopped")) : frame;
        }
      } catch (thrown) {
        yield errorFrame(failureOf(thrown));
      } finally {
        gone.abort();
      }
    },
    async setAside(session, signal) {
      const opened = await open(url("set-aside"), { headers: speakingFor(session), signal }, quick);
      if (!opened.ok) return opened;
      try {
        return await rowsSetAside(audible(decodeLines(opened.value.body!)));
      } catch (thrown) {
        return { ok: false, failure: failureOf(thrown) };
      }
    },
    async disconnect(session) {
      await open(url("sessions/current"), { method: "DELETE", headers: speakingFor(session) }, quick);
    },
  };
}

const speakingFor = ({ id, token }: Session): Readonly<Record<string, string>> =>
  token === undefined ? { "X-Vigie-Session": id ?? "" } : { Authorization: `Bearer ${token}` };

function sessionOf(source: Source, answer: unknown): Result<Session> {
  if (!isRecord(answer) || typeof answer.session !== "string") return failed("gateway-invalid-answer");
  const { session: id, ...rest } = answer;
  return success({ tables: source.tables, lacks: [], ...rest, id } as unknown as Session);
}

const isSignInStart = (answer: unknown): answer is SignInStart =>
  isRecord(answer) &&
  typeof answer.address === "string" &&
  typeof answer.attempt === "string" &&
  typeof answer.expiresInSeconds === "number";

const isAggregate = (told: unknown): told is CrmAggregate =>
  isRecord(told) &&
  typeof told.table === "string" &&
  typeof told.measure === "string" &&
  Number.isFinite(told.value);

const isEstimate = (told: unknown): told is LoadEstimate =>
  isRecord(told) &&
  Number.isFinite(told.rows) &&
  Number.isFinite(told.calls) &&
  (told.callsLeft === undefined || Number.isFinite(told.callsLeft));

const errorFrame = (reason: Failure): RefreshFrame => ({ type: "error", failure: reason });

/** JSON, or a multipart form when there are files to send. */
function sessionRequest(source: Source, values: FieldValues, mapping?: ColumnMapping): RequestInit {
  const files = Object.entries(values).filter(([, value]) => typeof value !== "string");
  if (files.length === 0) {
    return posted({ source: source.id, options: values });
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

const posted = (body: object): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

const failureOf = (thrown: unknown): Failure =>
  thrown instanceof FailureError ? thrown.failure : failure("stream-truncated");
