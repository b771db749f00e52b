import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { FailureError, failure } from "../sales/failure";
import { personOf, TEAM } from "./cookies";
import type { GatewayContext } from "./deps";
import type { Account } from "./opening";
import { fingerprint } from "./signIn/oneTime";
import type { SessionRequest } from "./upload";

/**
 * For whom a session is asked: the person at this browser, or the team's account, whose code must be right or, where
 * none is given, have been given in this browser before. Throws FailureError `source-refused`.
 */
export function accountOf(
  context: Context,
  { source, account, code }: SessionRequest,
  { config: { teamAccounts }, teamMemory }: Pick<GatewayContext, "config" | "teamMemory">,
): Account {
  const person = personOf(context);
  if (account !== "team") return { person, isTeam: false };
  const set = Object.hasOwn(teamAccounts, source) ? teamAccounts[source] : undefined;
  const isLetIn = set && (code === undefined ? teamMemory.has(person, source) : isSame(code, set.code));
  if (!isLetIn) throw new FailureError(failure("source-refused", { source }));
  return { person: TEAM, isTeam: true };
}

/** Compared by their fingerprints: in the same time, wherever they differ. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(fingerprint(given)), Buffer.from(fingerprint(expected)));
