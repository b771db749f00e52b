import { inWorkbook, type Session } from "../office/session";
import { isOwn } from "./lock";
import { lockWrite } from "./meta";
import { deleteSheets, takeSnapshot, writeMeta } from "./snapshot";
import { leftovers } from "./staging";

/** Time-out of the recovery: nobody should wait long after a failure. */
const RECOVERY_TIMEOUT_MS = 15_000;

/**
 * One request: gives the lock back, deletes sheets. False when it failed, also because the lock is somebody else's by now;
 * the next refresh then does it.
 */
export async function cleanUp(
  session: Session,
  { metaSheetId, lockSheetId }: { readonly metaSheetId: string; readonly lockSheetId: string | undefined },
  sheetIds: readonly string[],
): Promise<boolean> {
  try {
    if (lockSheetId) deleteSheets(session, [lockSheetId]);
    writeMeta(session.workbook.worksheets.getItem(metaSheetId), lockWrite(undefined));
    deleteSheets(session, sheetIds);
    await session.sync();
    return true;
  } catch {
    return false;
  }
}

/**
 * Recovers after a failed refresh: finds the generation in force, releases our lock and deletes the other sheets. True
 * when generation `id` is in force: a request can fail on its way back although its work was done.
 */
export async function recover(id: string): Promise<boolean> {
  const outcome = await inWorkbook(
    async (session) => {
      const snapshot = await takeSnapshot(session);
      const { meta, metaSheetId, lockSheetId } = snapshot;
      if (metaSheetId && (!meta?.lock || isOwn(meta.lock)))
        await cleanUp(session, { metaSheetId, lockSheetId }, leftovers(snapshot));
      return snapshot.meta?.generation?.id === id;
    },
    { timeoutMs: RECOVERY_TIMEOUT_MS },
  );
  return outcome.ok && outcome.value;
}
