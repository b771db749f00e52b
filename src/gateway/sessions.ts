import { createHash, randomBytes } from "node:crypto";
import type { Connection, ConnectorDeclaration } from "../crm/connector";

/** One person's open connection to one source. */
export interface Session {
  readonly source: ConnectorDeclaration;
  readonly connection: Connection;
}

interface KeptSession extends Session {
  expiresAt: number;
}

const fingerprint = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * Sessions live in this process's memory only, under the fingerprint of their bearer token: the token itself is
 * kept nowhere. Each use prolongs a session; one not used for `lifeSeconds` is closed.
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

  /** Keeps the session and returns its bearer token. */
  open(session: Session): string {
    const token = randomBytes(32).toString("base64url");
    this.kept.set(fingerprint(token), { ...session, expiresAt: this.nextExpiry() });
    return token;
  }

  /** The session of a token, prolonged; undefined when unknown or expired. */
  find(token: string): Session | undefined {
    this.closeExpired();
    const session = this.kept.get(fingerprint(token));
    if (session) session.expiresAt = this.nextExpiry();
    return session;
  }

  close(token: string): boolean {
    return this.closeKey(fingerprint(token));
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
    // A source that does not hang up properly must not keep the session alive.
    session?.connection.close().catch(() => undefined);
    return this.kept.delete(key);
  }
}
