import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FileToMap } from "../crm";
import { type Failure, type FailureCode, failure } from "../sales/failure";

/** The HTTP status of each failure the gateway may answer; any other is a fault of the gateway itself. */
const STATUS: Partial<Record<FailureCode, ContentfulStatusCode>> = {
  "request-invalid": 400,
  "argument-invalid": 400,
  "session-expired": 401,
  "source-refused": 403,
  "source-sign-in": 403,
  "source-no-right": 403,
  "source-no-company": 403,
  "source-unknown": 404,
  "address-unknown": 404,
  "upload-too-large": 413,
  "source-address": 422,
  "source-address-forbidden": 422,
  "source-database-unknown": 422,
  "source-module-missing": 422,
  "file-unreadable": 422,
  "file-empty": 422,
  "file-encoding": 422,
  "file-quotes": 422,
  "file-missing-columns": 422,
  "file-too-many-columns": 422,
  "file-unknown-table": 422,
  "folder-missing": 422,
  "mapping-invalid": 422,
  "too-many-requests": 429,
  "gateway-full": 429,
  "uploads-full": 429,
  "source-throttled": 429,
  "source-quota": 429,
  stopped: 499 as ContentfulStatusCode,
  "source-unavailable": 502,
  "source-invalid-answer": 502,
  "source-certificate": 502,
  "source-changed": 502,
  "timed-out": 504,
};

/** `{failure}` with the status that fits. */
export const answerFailure = (context: Context, reason: Failure): Response =>
  context.json({ failure: reason }, STATUS[reason.code] ?? 500);

/** `file-missing-columns` of the first file, and beside it what is needed to choose the columns of each. */
export function answerFilesToMap(context: Context, files: readonly FileToMap[]): Response {
  const lacking =
    files[0]?.columns.filter(({ required, heading }) => required && heading === undefined) ?? [];
  const reason = failure("file-missing-columns", {
    file: files[0]?.file ?? "",
    columns: lacking.map(({ name }) => name),
  });
  return context.json({ failure: reason, files }, 422);
}
