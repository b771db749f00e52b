import type { WorkbookContents } from "../../../live";
import { FailureError, type Result, success } from "../../../sales/failure";
import { type CopyFile, type CopyOptions, copyFile, cutCopy, type PlannedCopy } from "../../../sharing";

/** Makes one copy as a file. Throws unforeseen errors only. */
export async function makeCopy(
  original: WorkbookContents,
  planned: PlannedCopy,
  options: CopyOptions,
): Promise<Result<CopyFile>> {
  try {
    const own = cutCopy(original, planned);
    await options.breathe?.();
    return own.ok ? success(await copyFile(planned, own.value, options)) : own;
  } catch (thrown) {
    if (thrown instanceof FailureError) return { ok: false, failure: thrown.failure };
    throw thrown;
  }
}
