import { z } from "zod";
import { FailureError, failure } from "../../sales/failure";
import { type HttpSource, postJson } from "../http";
import { invalidAnswer, strangerAt } from "../kit";

/** Address, database and account of a connection. The address ends without a slash. */
export interface SignIn {
  readonly address: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** Named in failures. */
export const LABEL = { fr: "Tryton", en: "Tryton" };

const ANSWER = z.union([
  z.object({ error: z.tuple([z.unknown()], z.unknown()) }),
  z.object({ result: z.unknown() }),
]);
const SESSION = z.tuple([z.number().int().positive(), z.string().min(1)]);
const EXPIRED = failure("session-expired");
const REFUSED = failure("source-refused", { source: LABEL.fr });

/** Names that failures of a reading give. */
export interface About {
  readonly table?: string;
  readonly model?: string;
}

/**
 * Tryton's JSON-RPC for one person: asks methods that only read, and signs in again once when the session has
 * expired (five minutes unused, by Tryton's default). Keeps the password in memory for that, nowhere else.
 */
export class TrytonClient {
  private session: Promise<string> | undefined;
  private count = 0;

  constructor(
    private readonly who: SignIn,
    private readonly source: HttpSource,
  ) {}

  /**
   * Signs in. Throws FailureError: `source-address` (not a Tryton), `source-database-unknown`, `source-refused`,
   * `source-throttled`, `source-certificate`, `source-unavailable`.
   */
  async signIn(signal: AbortSignal): Promise<void> {
    const version = await this.post("", "common.server.version", [], this.source, signal).catch(notTryton);
    if (!z.string().regex(/^\d/).safeParse(version).success) notTryton(invalid());
    await this.renew(signal);
  }

  /** The result of a method in its shape. Throws FailureError, `source-no-right` when the person may not read it. */
  async call<T>(
    method: string,
    params: readonly unknown[],
    shape: z.ZodType<T>,
    signal: AbortSignal,
    about: About = {},
  ): Promise<T> {
    const session = this.session ?? this.renew(signal);
    const result = await this.asked(method, params, await session, signal, about).catch(async (error) => {
      if (!isExpired(error)) throw error;
      // Of several readings that find the session expired, the first one signs in for all.
      const renewed = this.session === session ? this.renew(signal) : (this.session ?? this.renew(signal));
      return this.asked(method, params, await renewed, signal, about).catch((again) => {
        throw isExpired(again) ? new FailureError(REFUSED) : again;
      });
    });
    const parsed = shape.safeParse(result);
    if (parsed.success) return parsed.data;
    throw invalid(about);
  }

  /** Ends the session on the server, if it can be reached. */
  async signOut(signal: AbortSignal): Promise<void> {
    const session = this.session;
    this.session = undefined;
    if (!session) return;
    await session
      .then((key) =>
        this.asked("common.db.logout", [], key, signal, {}, { retries: 0, attemptTimeoutMs: 5_000 }),
      )
      .catch(() => {});
  }

  private renew(signal: AbortSignal): Promise<string> {
    const signingIn = this.newSession(signal);
    this.session = signingIn;
    signingIn.catch(() => {
      if (this.session === signingIn) this.session = undefined;
    });
    return signingIn;
  }

  private async newSession(signal: AbortSignal): Promise<string> {
    const { database, user, password } = this.who;
    const statusFailures = {
      401: REFUSED,
      403: REFUSED,
      404: failure("source-database-unknown", { source: LABEL.fr, database }),
      429: failure("source-throttled", { source: LABEL.fr }),
    };
    const source = { ...this.source, statusFailures };
    const params = [user, { password }, "fr"];
    const answer = await this.post(this.path, "common.db.login", params, source, signal).catch(
      (error: unknown) => {
        // Over SQLite an unknown database is no 404 but an error like any other.
        throw error instanceof ToldError ? new FailureError(statusFailures[404]) : error;
      },
    );
    const session = SESSION.safeParse(answer);
    if (!session.success) throw invalid();
    const [id, secret] = session.data;
    return Buffer.from(`${user}:${id}:${secret}`).toString("base64");
  }

  private asked(
    method: string,
    params: readonly unknown[],
    session: string,
    signal: AbortSignal,
    about: About,
    more: Partial<HttpSource> = {},
  ): Promise<unknown> {
    const headers = { authorization: `Session ${session}` };
    const source = { ...this.source, headers, statusFailures: { 401: EXPIRED }, ...more };
    return this.post(this.path, method, params, source, signal, about);
  }

  private async post(
    path: string,
    method: string,
    params: readonly unknown[],
    source: HttpSource,
    signal: AbortSignal,
    about: About = {},
  ): Promise<unknown> {
    const url = `${this.who.address}/${path}`;
    const answer = ANSWER.safeParse(
      await postJson(url, { id: ++this.count, method, params }, source, signal),
    );
    if (!answer.success) throw invalid(about);
    if ("error" in answer.data) throw new ToldError(errorOf(answer.data.error[0], about));
    return answer.data.result;
  }

  private get path(): string {
    return `${encodeURIComponent(this.who.database)}/`;
  }
}

/** An error that Tryton itself tells, as an answer. */
class ToldError extends FailureError {}

/** Tryton's own messages are translated and may quote data: only the kind of an error counts. */
const errorOf = (kind: unknown, about: About) => {
  if (kind === "UserError") return failure("source-no-right", { source: LABEL.fr, ...about });
  return kind === "LoginException" ? EXPIRED : invalid(about).failure;
};

const invalid = ({ table }: About = {}) => invalidAnswer(LABEL.fr, table);

const isExpired = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.code === EXPIRED.code;

const notTryton = (error: unknown): never =>
  strangerAt(LABEL.fr, error, ["source-invalid-answer", "source-refused"]);
