import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import { personOf, TEAM } from "./cookies";
import type { Account } from "./opening";
import { fingerprint } from "./signIn/oneTime";
import type { SessionRequest } from "./upload";

/**
 * For whom a session is asked: the person at this browser, or the team's account, whose code must be right. Throws
 * FailureError `source-refused`.
 */
export function accountOf(
  context: Context,
  { source, account, code }: SessionRequest,
  { teamAccounts }: GatewayConfig,
): Account {
  if (account !== "team") return { person: personOf(context), isTeam: false };
  const set = Object.hasOwn(teamAccounts, source) ? teamAccounts[source] : undefined;
  if (!set || !isSame(code ?? "", set.code)) throw new FailureError(failure("source-refused", { source }));
  return { person: TEAM, isTeam: true };
}

/** Compared by their fingerprints: in the same time, wherever they differ. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(fingerprint(given)), Buffer.from(fingerprint(expected)));
