import { type Failure, failed, type Result, success } from "../sales/failure";
import type { RejectedRow } from "../sales/rejected";
import { isRecord } from "./gatewayTransport";

/** The rows of `GET /api/set-aside`, once the count that ends them came. */
export async function rowsSetAside(lines: AsyncIterable<unknown>): Promise<Result<readonly RejectedRow[]>> {
  const rows: RejectedRow[] = [];
  for await (const line of lines) {
    if (!isRecord(line)) break;
    if (line.count === rows.length) return success(rows);
    // A row has a failure too, beside its table.
    if (line.table === undefined && isRecord(line.failure))
      return { ok: false, failure: line.failure as unknown as Failure };
    rows.push(line as unknown as RejectedRow);
  }
  return failed("stream-truncated");
}
