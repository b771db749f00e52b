import { randomBytes } from "node:crypto";
import type { Connection, ConnectorDeclaration } from "../crm/connector";
import { fingerprint, newSecret } from "./signIn/oneTime";

/** One person's open connection to one source. */
export interface Session {
  readonly source: ConnectorDeclaration;
  readonly connection: Connection;
  /** Tells its data from that of other connections to the same source: see connectionFingerprint.ts. */
  readonly scope?: string;
  /** The key of the grant (signIn/grants.ts) that it uses. */
  readonly grant?: string;
  /** Told once the session is over, however it ended. */
  readonly onClose?: () => void;
}

/** The identity of a new session: the handle is public, the secret proves ownership. */
export interface SessionKey {
  readonly handle: string;
  readonly secret: string;
}

interface KeptSession extends Session {
  expiresAt: number;
}

/**
 * Sessions live in this process's memory only, under the fingerprint of their secret: the secret itself is kept
 * nowhere. Each use prolongs a session; one not used for `lifeSeconds` is closed.
 */
export class Sessions {
  private readonly kept = new Map<string, KeptSession>();

  constructor(
    readonly lifeSeconds: number,
    private readonly limit: number,
    private readonly now: () => number,
  ) {}

  get isFull(): boolean {
    this.closeExpired();
    return this.kept.size >= this.limit;
  }

  open(session: Session): SessionKey {
    const secret = newSecret();
    this.kept.set(fingerprint(secret), { ...session, expiresAt: this.nextExpiry() });
    return { handle: randomBytes(9).toString("base64url"), secret };
  }

  /** The session of a secret, prolonged; undefined when unknown or expired. */
  find(secret: string): Session | undefined {
    this.closeExpired();
    const session = this.kept.get(fingerprint(secret));
    if (session) session.expiresAt = this.nextExpiry();
    return session;
  }

  close(secret: string): boolean {
    return this.closeKey(fingerprint(secret));
  }

  /** Closes every session that uses a sign-in which is no more. */
  closeGranted(grant: string): void {
    for (const [key, session] of this.kept) if (session.grant === grant) this.closeKey(key);
  }

  closeExpired(): void {
    for (const [key, session] of this.kept) if (session.expiresAt <= this.now()) this.closeKey(key);
  }

  closeAll(): void {
    for (const key of [...this.kept.keys()]) this.closeKey(key);
  }

  private nextExpiry(): number {
    return this.now() + this.lifeSeconds * 1_000;
  }

  private closeKey(key: string): boolean {
    const session = this.kept.get(key);
    this.kept.delete(key);
    if (!session) return false;
    // A source that does not hang up properly must not keep the session alive.
    session.connection
      .close()
      .catch(() => undefined)
      .finally(session.onClose);
    return true;
  }
}
