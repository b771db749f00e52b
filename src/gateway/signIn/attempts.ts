import type { Connector } from "../../crm";
import type { Account } from "../opening";
import { OneTime } from "./oneTime";
import type { Provider, Tokens } from "./provider";

/** Long enough for a password, a second factor and a consent; short enough to be worthless when found later. */
const SIGN_IN_SECONDS = 600;
/** The pane claims at once. */
const CLAIM_SECONDS = 60;
const MOST = 1_000;

/** A sign-in that a pane began. */
export interface Attempt {
  readonly connector: Connector;
  readonly options: Readonly<Record<string, unknown>>;
  readonly account: Account;
  readonly provider: Provider;
  /** The fingerprint of the pane's own half. */
  readonly proof: string;
  /** Aborted once the pane has given it up: from then on no step of it succeeds. */
  readonly ended: AbortController;
}

/** A sign-in that is at the CRM, in one window. */
export interface Departure {
  readonly attempt: Attempt;
  readonly verifier: string;
  /** The fingerprint of that window's cookie. */
  readonly window: string;
}

/** The state of each sign-in under way: begun, at the CRM, granted. Each step can be taken once. */
export interface Attempts {
  readonly lifeSeconds: number;
  /** By the pane's own half, for as long as the pane may still give it up. */
  readonly begun: OneTime<Attempt>;
  readonly starts: OneTime<Attempt>;
  readonly departures: OneTime<Departure>;
  readonly claims: OneTime<Granted>;
}

/** A sign-in that the CRM granted and no pane has claimed yet. */
export interface Granted {
  readonly attempt: Attempt;
  readonly tokens: Tokens;
}

/** Nobody will use these tokens: the CRM takes them back. */
export const giveBack = ({ attempt, tokens }: Granted): void => void attempt.provider.revoke(tokens);

/** Keeps what the CRM granted for its pane, unless the pane gives up first: then the CRM takes it back at once. */
export function awaitClaim(claims: OneTime<Granted>, granted: Granted): string {
  const claim = claims.put(granted);
  const takeBack = () => {
    const untaken = claims.take(claim);
    if (untaken) giveBack(untaken);
  };
  const { signal } = granted.attempt.ended;
  if (signal.aborted) takeBack();
  else signal.addEventListener("abort", takeBack, { once: true });
  return claim;
}

export const createAttempts = (now: () => number): Attempts => ({
  lifeSeconds: SIGN_IN_SECONDS,
  begun: new OneTime(SIGN_IN_SECONDS + CLAIM_SECONDS, MOST, now),
  starts: new OneTime(SIGN_IN_SECONDS, MOST, now),
  departures: new OneTime(SIGN_IN_SECONDS, MOST, now),
  claims: new OneTime(CLAIM_SECONDS, MOST, now, giveBack),
});
