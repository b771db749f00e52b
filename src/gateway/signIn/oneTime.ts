import { createHash, randomBytes } from "node:crypto";
import { FailureError, failure } from "../../sales/failure";

/** Hashes a secret: the secret itself is kept nowhere. */
export const fingerprint = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");

/** 256 random bits, fit for addresses and cookies. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Values that can each be taken once, by a secret, within `lifeSeconds`. In memory only. */
export class OneTime<T> {
  private readonly kept = new Map<string, { readonly value: T; readonly expiresAt: number }>();

  constructor(
    readonly lifeSeconds: number,
    private readonly limit: number,
    private readonly now: () => number,
    /** Told of each value that nobody took in time. */
    private readonly onUntaken: (value: T) => void = () => undefined,
  ) {}

  /** Keeps a value and returns its secret, or keeps it under the one given. Throws `too-many-requests`. */
  put(value: T, secret = newSecret()): string {
    for (const [key, { value: old, expiresAt }] of this.kept) {
      if (expiresAt > this.now()) continue;
      this.kept.delete(key);
      this.onUntaken(old);
    }
    if (this.kept.size >= this.limit) throw new FailureError(failure("too-many-requests", this.wait()));
    this.kept.set(fingerprint(secret), { value, expiresAt: this.now() + this.lifeSeconds * 1_000 });
    return secret;
  }

  /** Until the first of them is too old: they are kept in the order of their coming. */
  private wait(): { readonly seconds: number } {
    const [first] = this.kept.values();
    return { seconds: Math.max(1, Math.ceil(((first?.expiresAt ?? 0) - this.now()) / 1_000)) };
  }

  /** The value, this one time; undefined when unknown, taken already or too old. */
  take(secret: string): T | undefined {
    const key = fingerprint(secret);
    const found = this.kept.get(key);
    this.kept.delete(key);
    if (!found || found.expiresAt > this.now()) return found?.value;
    this.onUntaken(found.value);
    return undefined;
  }
}
