import { type Failure, failure } from "../../sales/failure";
import type { StoredLock } from "./meta";
import { isAlive, machineId, RUNTIME_ID } from "./runtime";

/** After this long without a sign of life a refresh is taken for dead. */
const STALE_AFTER_MS = 10 * 60_000;
/** The same on the machine itself, where the browser cannot tell: a living refresh shows itself every two minutes. */
const QUIET_AFTER_MS = 150_000;

/**
 * Why a refresh of `user` may not start: another one is under way. A pane that died in its refresh stops nobody at the
 * same machine and of the same name.
 */
export async function refusal(
  lock: StoredLock | undefined,
  user: string,
  now: Date,
): Promise<Failure | undefined> {
  if (!lock || isOwn(lock)) return undefined;
  const age = Math.abs(now.getTime() - Date.parse(lock.renewed));
  // A date that cannot be read, or lies well ahead of this machine's clock, would otherwise lock for ever.
  if (!(age < STALE_AFTER_MS)) return undefined;
  if (!isSamePerson(lock, user)) return lockedBy(lock);
  const isAtWork = (await isAlive(runtimeOf(lock))) ?? age < QUIET_AFTER_MS;
  return isAtWork ? lockedByYou(lock) : undefined;
}

/** True for a lock of this copy of the add-in. */
export const isOwn = (lock: Pick<StoredLock, "holder">): boolean => runtimeOf(lock) === RUNTIME_ID;

/** Why a refresh that had the lock has to stop: somebody else has it now. */
export const lostTo = (lock: StoredLock, user: string): Failure =>
  isSamePerson(lock, user) ? failure("workbook-taken-over", { since: lock.since }) : lockedBy(lock);

export const lockedByYou = ({ since }: Pick<StoredLock, "since">): Failure =>
  failure("workbook-locked-by-you", { since });

const lockedBy = ({ user, since }: Pick<StoredLock, "user" | "since">): Failure =>
  failure("workbook-locked", { user, since });

const isSamePerson = ({ holder, user }: StoredLock, person: string): boolean =>
  user === person && holder.split(" ")[0] === machineId();

const runtimeOf = ({ holder }: Pick<StoredLock, "holder">): string => holder.split(" ")[1] ?? "";

export const newLock = (user: string, now: Date): StoredLock => ({
  holder: `${machineId()} ${RUNTIME_ID}`,
  user,
  since: now.toISOString(),
  renewed: now.toISOString(),
});
