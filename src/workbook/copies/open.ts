import { withDeadline } from "../../sales/deadline";
import { FailureError, failed, failure, type Result, success } from "../../sales/failure";
import { officeFailure } from "../office/failures";
import { SYNC_TIMEOUT_MS } from "../office/session";

/** `Excel.createWorkbook`. */
const API = { set: "1.8", name: "Excel.createWorkbook" } as const;
/** Excel on the web refuses requests of 5 MB; the file travels in one, as base64, with little around it. */
const WEB_CHARACTERS = 4_900_000;
/** A multiple of three, so that the pieces' base64 can be joined; short enough for a call's arguments. */
const PIECE_BYTES = 24_576;

/**
 * Opens a workbook file in a window of its own; the person saves it there. Fails with `workbook-api-missing` before
 * ExcelApi 1.8, `copy-too-large` {megabytes, limit} where Excel on the web would refuse it.
 */
export async function openCopy(bytes: Uint8Array): Promise<Result<void>> {
  if (typeof Excel === "undefined" || !Office.context.requirements.isSetSupported("ExcelApi", API.set))
    return failed("workbook-api-missing", { api: API.name });
  const base64 = base64Of(bytes);
  if (Office.context.platform === Office.PlatformType.OfficeOnline && base64.length > WEB_CHARACTERS)
    return failed("copy-too-large", {
      megabytes: megabytes(bytes.length),
      limit: megabytes((WEB_CHARACTERS / 4) * 3),
    });
  try {
    await withDeadline(
      () => Excel.createWorkbook(base64),
      SYNC_TIMEOUT_MS,
      new FailureError(failure("workbook-busy", { timedOut: API.name })),
    );
    return success(undefined);
  } catch (error) {
    return { ok: false, failure: error instanceof FailureError ? error.failure : officeFailure(error) };
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE_BYTES))));
  return pieces.join("");
}
