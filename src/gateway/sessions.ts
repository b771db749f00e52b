import { randomBytes } from "node:crypto";
import type { Connection, ConnectorDeclaration } from "../crm";
import { type Failure, FailureError, failure } from "../sales/failure";
import type { UploadHold } from "./limits/uploadBudget";
import { idleForLong, type Place, type TakenPlace, untilOneYields, yieldingTo } from "./limits/yielding";
import type { EndOfGrant } from "./signIn/grants";
import { fingerprint, newSecret } from "./signIn/oneTime";

/** One person's open connection to one source. */
export interface Session {
  readonly source: ConnectorDeclaration;
  readonly connection: Connection;
  /** The network it was opened from: see limits/clientAddress.ts. */
  readonly network: string;
  /** Tells its data from that of other connections to the same source: see connectionFingerprint.ts. */
  readonly scope?: string;
  /** The key of the grant (signIn/grants.ts) that it uses. */
  readonly grant?: string;
  /** The person's files in memory, let go when the session is over. */
  readonly hold?: UploadHold | undefined;
  /** Told once the session is over, however it ended. */
  readonly onClose?: () => void;
}

/** The identity of a new session: the handle is public, the secret proves ownership. */
export interface SessionKey {
  readonly handle: string;
  readonly secret: string;
}

/** A session as it is kept. */
export interface OpenSession extends Session {
  /** Milliseconds since 1970. */
  usedAt: number;
  /** Each ends a refresh under way, the oldest first. */
  readonly readings: Set<AbortController>;
}

/** Refreshes of one session at a time: a pane, its automatic refresh, and what was left half read. */
const MOST_READINGS = 4;

/** A refresh under way. */
export interface Reading {
  /** Aborted once the session is over, or has begun too many others since. */
  readonly signal: AbortSignal;
  /** Prolongs the session: its reader still reads. */
  readonly goOn: () => void;
  readonly end: () => void;
}

/**
 * Sessions live in this process's memory only, under the fingerprint of their secret: the secret itself is kept
 * nowhere. Each use prolongs a session; one not used for `lifeSeconds` is closed.
 */
export class Sessions {
  private readonly kept = new Map<string, OpenSession>();

  constructor(
    readonly lifeSeconds: number,
    private readonly limit: number,
    private readonly now: () => number,
  ) {}

  /** Why a session could not be opened now: `gateway-full`. */
  refusal(newcomer: Place): Failure | undefined {
    this.closeExpired();
    const taken = this.taken();
    if (taken.length < this.limit || yieldingTo(newcomer, taken, this.now())) return undefined;
    const wait = untilOneYields(taken, this.now());
    const soonest = wait !== undefined && { seconds: Math.max(1, Math.ceil(wait / 1_000)) };
    return failure("gateway-full", { sessions: this.limit, ...soonest });
  }

  /** Throws FailureError `gateway-full`. */
  open(session: Session): SessionKey {
    const newcomer = { network: session.network, sourceId: session.source.id };
    const refusal = this.refusal(newcomer);
    if (refusal) throw new FailureError(refusal);
    const taken = this.taken();
    if (taken.length >= this.limit) this.closeKey(yieldingTo(newcomer, taken, this.now())!.key);
    const secret = newSecret();
    this.kept.set(fingerprint(secret), { ...session, usedAt: this.now(), readings: new Set() });
    return { handle: randomBytes(9).toString("base64url"), secret };
  }

  /** The session of a secret, prolonged; undefined when unknown or expired. */
  find(secret: string): OpenSession | undefined {
    this.closeExpired();
    const session = this.kept.get(fingerprint(secret));
    if (session) session.usedAt = this.now();
    return session;
  }

  /** The key a living session is counted under; does not prolong the session. */
  nameOf(secret: string): string | undefined {
    const key = fingerprint(secret);
    return this.kept.has(key) ? key : undefined;
  }

  /** Begins a refresh; where a session has too many the oldest ends. */
  beginReading(session: OpenSession): Reading {
    const { readings } = session;
    const reading = new AbortController();
    const [oldest] = readings;
    if (oldest && readings.size >= MOST_READINGS) {
      readings.delete(oldest);
      oldest.abort();
    }
    readings.add(reading);
    const goOn = () => {
      session.usedAt = this.now();
    };
    return {
      signal: reading.signal,
      goOn,
      end: () => {
        if (readings.delete(reading)) goOn();
      },
    };
  }

  close(secret: string): boolean {
    return this.closeKey(fingerprint(secret));
  }

  /**
   * Closes every session that uses a sign-in which is no more. Where the CRM refused it their refreshes end by that
   * refusal, else at once.
   */
  closeGranted(grant: string, why: EndOfGrant): void {
    for (const [key, session] of this.kept) {
      if (session.grant !== grant) continue;
      if (why === "refused") session.readings.clear();
      this.closeKey(key);
    }
  }

  /** Closes a session that keeps files in memory and was idle for long, of one network or any; false when there is none. */
  closeIdleWithFiles(network?: string): boolean {
    const holders = this.taken().filter(
      (session) => session.bytes > 0 && (network === undefined || session.network === network),
    );
    const idle = idleForLong(holders, this.now());
    return idle !== undefined && this.closeKey(idle.key);
  }

  closeExpired(): void {
    for (const [key, { usedAt }] of this.kept)
      if (usedAt + this.lifeSeconds * 1_000 <= this.now()) this.closeKey(key);
  }

  closeAll(): void {
    for (const key of [...this.kept.keys()]) this.closeKey(key);
  }

  private taken(): (TakenPlace & { readonly key: string; readonly bytes: number })[] {
    return Array.from(this.kept, ([key, { network, source, usedAt, readings, hold }]) => ({
      key,
      network,
      sourceId: source.id,
      usedAt,
      isBusy: readings.size > 0,
      bytes: hold?.bytes ?? 0,
    }));
  }

  private closeKey(key: string): boolean {
    const session = this.kept.get(key);
    this.kept.delete(key);
    if (!session) return false;
    for (const reading of session.readings) reading.abort();
    session.hold?.release();
    // A source that does not hang up properly must not keep the session alive.
    session.connection
      .close()
      .catch(() => undefined)
      .finally(session.onClose);
    return true;
  }
}
