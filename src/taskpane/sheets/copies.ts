import type { SheetPlan } from "../../dashboard";
import { dashboardsShown, type SheetsFile } from "../../gsheets";
import type { LiveData } from "../../live";
import { FailureError, failed, type Result, success } from "../../sales/failure";
import type { CopiesService, SharedCopy } from "../copies";
import type { SidebarCall } from "./bridge";

/** Copies from a spreadsheet of Google's: downloaded as files, or put into the person's Drive for their readers. */
export const sheetsCopies = (live: LiveData, file: SheetsFile, call: SidebarCall): CopiesService => ({
  inForce: live.now,
  shown: (plans: readonly SheetPlan[]) => settled(() => dashboardsShown(file, plans)),
  // Google opens files from Drive alone.
  open: async () => failed("sheets-no-right"),
  canSave: () => true,
  share: ({ bytes, fileName }, readers) =>
    settled(
      async () =>
        (await call("share", fileName.replace(/\.xlsx$/, ""), base64(bytes), readers)) as SharedCopy,
    ),
  revoke: (id) => settled(async () => void (await call("revoke", id))),
});

const CHUNK = 32_768;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let from = 0; from < bytes.length; from += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(binary);
}

async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work());
  } catch (thrown) {
    return thrown instanceof FailureError ? { ok: false, failure: thrown.failure } : failed("internal");
  }
}
