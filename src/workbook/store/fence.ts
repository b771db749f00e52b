import { type Failure, FailureError, failure } from "../../sales/failure";
import type { Session } from "../office/session";
import { isOwn, lostTo } from "./lock";
import { LOCK_SHEET } from "./names";
import { deleteSheets, takeSnapshot } from "./snapshot";

/** Excel's words for a sheet that is not there, or is there already. */
const CONFLICTS: ReadonlySet<unknown> = new Set(["ItemNotFound", "ItemAlreadyExists", "InvalidReference"]);

/**
 * Asks for the lock sheet in one step with whatever the request carries after it. Excel stops a request at its first step
 * that fails: where another refresh has begun since `known` was looked at, nothing of it is done.
 */
export function askLock(session: Session, known: string | undefined): Excel.Worksheet {
  if (known !== undefined) deleteSheets(session, [known]);
  const sheet = session.workbook.worksheets.add(LOCK_SHEET);
  sheet.visibility = "VeryHidden";
  return sheet.load("id");
}

/** Asks for a first step that fails once the lock is somebody else's: the rest of the request is then not done. */
export function askGuard(session: Session, lockSheetId: string): void {
  session.workbook.worksheets.getItem(lockSheetId).visibility = "VeryHidden";
}

/** Sends a request that needs the lock; where it failed because the lock is lost, says who has it. */
export async function syncLocked(
  session: Session,
  user: string,
  ifNobody: Failure = failure("workbook-busy"),
): Promise<void> {
  try {
    await session.sync();
  } catch (thrown) {
    if (!CONFLICTS.has((thrown as Partial<OfficeExtension.Error>).code)) throw thrown;
    const { meta, lockSheetId } = await takeSnapshot(session);
    if (meta?.lock && !isOwn(meta.lock)) throw new FailureError(lostTo(meta.lock, user));
    // The lock is ours: something else is missing.
    if (meta?.lock && lockSheetId) throw thrown;
    throw new FailureError(ifNobody);
  }
}
