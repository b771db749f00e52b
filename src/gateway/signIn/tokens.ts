import type { AccessTokens } from "../../crm";
import { withDeadline } from "../../sales/deadline";
import { FailureError, failure } from "../../sales/failure";
import type { Provider, Tokens } from "./provider";

/** Renewed this long before its end: the clocks of two servers differ, and a request takes its time. */
const SKEW_MILLISECONDS = 60_000;
/** Longer than a renewal may take; then whoever waits goes without. */
const WAIT_MILLISECONDS = 40_000;

export interface TokenKeeping {
  readonly provider: Pick<Provider, "renew">;
  readonly label: string;
  readonly now: () => number;
  /** Stores new tokens; awaited before any of them is used, for the CRM may have cancelled the former ones. */
  readonly store: (tokens: Tokens) => Promise<void>;
  /** Told of each use. */
  readonly used: () => void;
  /** The CRM no longer takes them: the person must sign in again. */
  readonly dead: () => Promise<void>;
}

/** One person's tokens at one CRM, shared by all their sessions there. */
export class KeptTokens implements AccessTokens {
  private renewing: Promise<string> | undefined;

  constructor(
    private tokens: Tokens,
    private readonly keeping: TokenKeeping,
  ) {}

  get granted(): Readonly<Record<string, string>> {
    return this.tokens.granted;
  }

  get all(): Tokens {
    return this.tokens;
  }

  async current(signal: AbortSignal): Promise<string> {
    this.keeping.used();
    const { expiresAt = Number.POSITIVE_INFINITY, access } = this.tokens;
    return expiresAt - SKEW_MILLISECONDS > this.keeping.now() ? access : this.awaited(signal);
  }

  async renewed(refused: string, signal: AbortSignal): Promise<string> {
    return this.tokens.access === refused ? this.awaited(signal) : this.tokens.access;
  }

  /** The one renewal under way, for one caller: who stops waiting does not stop it for the others. */
  private awaited(signal: AbortSignal): Promise<string> {
    this.renewing ??= this.renew().finally(() => {
      this.renewing = undefined;
    });
    const { renewing } = this;
    return withDeadline(() => renewing, WAIT_MILLISECONDS, this.failure("source-unavailable"), signal);
  }

  private async renew(): Promise<string> {
    const { provider, store, dead } = this.keeping;
    const { refresh, granted } = this.tokens;
    if (refresh === undefined) {
      await dead();
      throw this.failure("source-refused");
    }
    try {
      const renewed = await provider.renew(refresh);
      // A CRM that rotates nothing sends none: the former refresh token goes on.
      const tokens = { refresh, ...renewed, granted: { ...granted, ...renewed.granted } };
      await store(tokens);
      this.tokens = tokens;
      return tokens.access;
    } catch (thrown) {
      if (thrown instanceof FailureError && thrown.failure.code === "source-refused") await dead();
      throw thrown;
    }
  }

  private failure(code: "source-refused" | "source-unavailable"): FailureError {
    return new FailureError(failure(code, { source: this.keeping.label }));
  }
}
