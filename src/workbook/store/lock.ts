import { type Failure, failure } from "../../sales/failure";
import type { StoredLock } from "./meta";

/** After this long without a sign of life a refresh is taken for dead. */
export const STALE_AFTER_MS = 10 * 60_000;

/** This copy of the add-in: a lock it left behind itself, because Excel failed at the wrong moment, is its own. */
export const RUNTIME_ID = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** Why a refresh may not start: somebody else's is under way. `since` is when it began, ISO 8601. */
export function refusal(lock: StoredLock | undefined, now: Date): Failure | undefined {
  if (!lock || lock.holder === RUNTIME_ID) return undefined;
  const age = now.getTime() - Date.parse(lock.renewed);
  // A date that cannot be read, or lies well ahead of this machine's clock, would otherwise lock for ever.
  if (!(Math.abs(age) < STALE_AFTER_MS)) return undefined;
  return lockedBy(lock);
}

export const lockedBy = ({ user, since }: Pick<StoredLock, "user" | "since">): Failure =>
  failure("workbook-locked", { user, since });

export const newLock = (user: string, now: Date): StoredLock => ({
  holder: RUNTIME_ID,
  user,
  since: now.toISOString(),
  renewed: now.toISOString(),
});
